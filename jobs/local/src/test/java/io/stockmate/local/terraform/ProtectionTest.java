package io.stockmate.local.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is private, encrypted and reached by TLS only. */
final class ProtectionTest {
    private static final Stack STACK = Stack.of(TerraformTest.DIRECTORY, Stack.texts(TerraformTest.DIRECTORY));
    private static final Evaluation EVALUATION = new Evaluation(STACK, Map.of());

    @Test
    void everyBucketIsPrivateEncryptedVersionedAndReachedByTlsOnly() {
        Set<String> buckets = instances("aws_s3_bucket.this");
        assertThat(buckets).containsExactlyInAnyOrder("lake", "delivery", "accounting", "state", "results");
        for (String part : List.of(
                "public_access_block",
                "server_side_encryption_configuration",
                "versioning",
                "lifecycle_configuration",
                "ownership_controls",
                "policy")) {
            assertThat(instances("aws_s3_bucket_" + part + ".this")).as(part).isEqualTo(buckets);
        }
        for (String argument :
                List.of("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")) {
            assertThat(argument("aws_s3_bucket_public_access_block.this", argument))
                    .isEqualTo(true);
        }
        assertThat(new Policies(STACK, EVALUATION)
                        .all().stream()
                                .filter(grant -> grant.document().startsWith("tls_only."))
                                .map(grant -> grant.effect() + grant.actions()))
                .hasSize(buckets.size())
                .containsOnly("Deny[s3:*]");
    }

    @Test
    void postgresIsPrivateEncryptedAndRefusesPlainConnections() {
        String ledger = "aws_db_instance.ledger";
        assertThat(argument(ledger, "publicly_accessible")).isEqualTo(false);
        assertThat(argument(ledger, "storage_encrypted")).isEqualTo(true);
        assertThat(argument(ledger, "deletion_protection")).isEqualTo(true);
        assertThat(argument(ledger, "manage_master_user_password")).isEqualTo(true);
        assertThat(block("aws_db_parameter_group.ledger").blocks("parameter").stream()
                        .map(parameter -> value(parameter, "name") + "=" + value(parameter, "value")))
                .contains("rds.force_ssl=1");
        assertThat(String.valueOf(EVALUATION.local("database"))).contains("sslmode=verify-full");
    }

    @Test
    void noSecretIsInThePropertiesOfTheJobs() {
        assertThat(Functions.text(EVALUATION.local("properties"))).doesNotContainIgnoringCase("password");
    }

    @Test
    void theNetworkHasNoWayOut() {
        assertThat(STACK.resources().keySet().stream().map(address -> address.split("[.]")[0]))
                .doesNotContain("aws_internet_gateway", "aws_nat_gateway", "aws_eip");
    }

    @Test
    void streamsTablesTopicsAndLogsHaveOurKeys() {
        assertThat(argument("aws_kinesis_stream.this", "encryption_type")).isEqualTo("KMS");
        Map<String, String> keys = Map.of(
                "aws_kinesis_stream", "kms_key_id",
                "aws_sns_topic", "kms_master_key_id",
                "aws_cloudwatch_log_group", "kms_key_id",
                "aws_pipes_pipe", "kms_key_identifier",
                "aws_db_instance", "kms_key_id");
        for (Block resource : STACK.resources().values()) {
            String argument = keys.get(resource.labels().get(0));
            if (argument != null) {
                assertThat(value(resource, argument)).as(resource.address()).startsWith("${aws_kms_key.this[");
            }
        }
    }

    @Test
    void onlyTheNetworkItselfIsLetIn() {
        List<String> open = STACK.resources().values().stream()
                .filter(resource -> resource.labels().get(0).equals("aws_vpc_security_group_ingress_rule"))
                .map(rule -> rule.argument("cidr_ipv4"))
                .filter(range -> range != null)
                .map(range -> Functions.text(EVALUATION.value(range, Map.of())))
                .collect(Collectors.toList());
        assertThat(open).containsExactly("10.40.0.0/16");
    }

    private static Set<String> instances(String address) {
        return EVALUATION.instances(block(address)).keySet();
    }

    private static Object argument(String address, String name) {
        Expression argument = block(address).argument(name);
        assertThat(argument).as(address + "." + name).isNotNull();
        return EVALUATION.value(argument, Map.of());
    }

    private static String value(Block block, String name) {
        Expression argument = block.argument(name);
        assertThat(argument).as(block.address() + "." + name).isNotNull();
        return Functions.text(EVALUATION.value(argument, Map.of()));
    }

    private static Block block(String address) {
        Block block = STACK.resource(address);
        assertThat(block).as(address).isNotNull();
        return block;
    }
}
