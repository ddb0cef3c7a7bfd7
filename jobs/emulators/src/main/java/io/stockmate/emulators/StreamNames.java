package io.stockmate.emulators;

/** How a request names its stream: by name, or by an ARN of whatever region and account. */
final class StreamNames {
    static final String ARN_PREFIX = "arn:aws:kinesis:us-east-1:000000000000:stream/";

    private StreamNames() {}

    static String arn(String name) {
        return ARN_PREFIX + name;
    }

    static String of(Request request) {
        String name = request.optionalText("StreamName");
        if (name != null) {
            return name;
        }
        String arn = request.optionalText("StreamARN");
        if (arn == null) {
            throw ApiException.invalidArgument("The request names no stream: set StreamName or StreamARN.");
        }
        int slash = arn.indexOf(":stream/");
        if (slash < 0) {
            throw ApiException.invalidArgument("StreamARN " + arn + " is not " + ARN_PREFIX + "NAME.");
        }
        return arn.substring(slash + ":stream/".length());
    }
}
