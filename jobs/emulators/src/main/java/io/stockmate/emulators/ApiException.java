package io.stockmate.emulators;

/** A request refused, in the words in which AWS refuses it: SDKs turn {@code type} into their exception. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    ApiException(int status, String type, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
    }

    static ApiException notFound(String message) {
        return new ApiException(400, "ResourceNotFoundException", message);
    }

    static ApiException inUse(String message) {
        return new ApiException(400, "ResourceInUseException", message);
    }

    static ApiException invalidArgument(String message) {
        return new ApiException(400, "InvalidArgumentException", message);
    }

    /** A member is missing, too long, too short or out of range. */
    static ApiException validation(String message) {
        return new ApiException(400, "ValidationException", message);
    }

    static ApiException expiredIterator(String message) {
        return new ApiException(400, "ExpiredIteratorException", message);
    }

    /** A shard has been asked for more than it takes or gives in a second. */
    static ApiException throughputExceeded(String message) {
        return new ApiException(400, "ProvisionedThroughputExceededException", message);
    }

    static ApiException limitExceeded(String message) {
        return new ApiException(400, "LimitExceededException", message);
    }

    /** The body cannot be read, or a member has the wrong type. */
    static ApiException serialization(String message) {
        return new ApiException(400, "SerializationException", message);
    }

    static ApiException unknownOperation(String message) {
        return new ApiException(400, "UnknownOperationException", message);
    }

    static ApiException tooLarge(String message) {
        return new ApiException(413, "RequestEntityTooLargeException", message);
    }

    static ApiException unavailable(String message) {
        return new ApiException(503, "ServiceUnavailableException", message);
    }

    /** SDKs try again. */
    static ApiException internal(String message) {
        return new ApiException(500, "InternalFailure", message);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String text() {
        String message = getMessage();
        return message == null ? type : message;
    }
}
