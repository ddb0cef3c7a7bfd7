package io.stockmate.connectors.projection;

import io.stockmate.connectors.jdbc.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for a class of tests, empty before each. */
final class ViewDatabase implements BeforeEachCallback, AfterAllCallback {
    private Connection owner;

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        if (owner == null) {
            owner = TestDatabase.create().as(TestDatabase.OWNER);
        }
        clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        owner.close();
    }

    ViewTables tables() {
        return new ViewTables(owner);
    }

    void clear() throws SQLException {
        tables().execute("truncate view.order_status, view.stock_level, view.top_of_book, view.instrument,"
                + " view.payment, view.issue_summary");
    }
}
