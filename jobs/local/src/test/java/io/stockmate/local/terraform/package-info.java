/**
 * Checks {@code terraform/} without Terraform: it is read, compared with the providers' schema that is kept in
 * {@code terraform/schema}, and evaluated as far as names, permissions and property groups need it.
 */
@NullMarked
package io.stockmate.local.terraform;

import org.jspecify.annotations.NullMarked;
