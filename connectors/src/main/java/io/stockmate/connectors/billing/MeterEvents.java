package io.stockmate.connectors.billing;

import java.io.IOException;
import java.util.List;

/** Where usage is billed. */
public interface MeterEvents {
    /**
     * Hands over events.
     *
     * @return an answer per event, in their order
     * @throws IOException where it is not known what became of them: any may have been counted
     */
    List<MeterAnswer> send(List<MeterEvent> events) throws IOException;
}
