package io.stockmate.local.status;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a job's checkpoints complete.
 *
 * @param now epoch milliseconds UTC
 */
record CheckpointHealth(HealthLimits limits, long now) {
    /**
     * @param checkpoints what {@code /jobs/ID/checkpoints} answers
     * @param config what {@code /jobs/ID/checkpoints/config} answers
     * @param jobAgeMs since the job was submitted
     */
    Finding look(String job, JsonNode checkpoints, JsonNode config, long jobAgeMs) {
        JsonNode completed = checkpoints.path("latest").path("completed");
        JsonNode failed = checkpoints.path("latest").path("failed");
        if (failed.path("trigger_timestamp").asLong()
                > completed.path("trigger_timestamp").asLong()) {
            return Finding.broken(
                    job,
                    "its last checkpoint failed: "
                            + failed.path("failure_message").asText("no cause given")
                            + "; see whether its storage has room and can be written");
        }
        long limitMs = limits.checkpointAgeMs(config.path("interval").asLong());
        boolean any = completed.has("latest_ack_timestamp");
        // One may have completed since the look began.
        long ageMs =
                any ? Math.max(0, now - completed.path("latest_ack_timestamp").asLong()) : jobAgeMs;
        String age = any ? "its last checkpoint is " + ageMs / 1_000 + " s old" : "no checkpoint has completed yet";
        return ageMs > limitMs
                ? Finding.broken(job, age + ", more than " + limitMs / 1_000 + " s: look at Checkpoints in the web UI")
                : Finding.well(job, age);
    }
}
