/** The read model of orders in DynamoDB: partition key {@code orderId}, attributes named as the fields are. */
@NullMarked
package io.stockmate.connectors.dynamodb;

import org.jspecify.annotations.NullMarked;
