package io.stockmate.local.command;

import io.stockmate.local.platform.DataDirectory;

/** Where the platform's parts write their log. */
public final class PlatformLog {
    private PlatformLog() {}

    /** To be called before the first logger is made. */
    public static void to(DataDirectory data) {
        System.setProperty("stockmate.log", data.log().toString());
        System.setProperty("log4j2.configurationFile", "log4j2-platform.xml");
    }
}
