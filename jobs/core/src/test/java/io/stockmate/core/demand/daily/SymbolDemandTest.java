package io.stockmate.core.demand.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.stockmate.core.demand.ColdStart;
import io.stockmate.core.message.Absent;
import io.stockmate.core.message.CalendarEvent;
import io.stockmate.core.message.DefineInstrument;
import io.stockmate.core.message.DemandDay;
import io.stockmate.core.message.ForecastModel;
import io.stockmate.core.message.ForecastScore;
import io.stockmate.core.message.ServiceMeasure;
import io.stockmate.core.message.SetStockPolicy;
import io.stockmate.core.message.StockReason;
import io.stockmate.core.message.SuggestedAction;
import io.stockmate.core.message.TimeInForce;
import io.stockmate.core.state.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SymbolDemandTest {
    private static final long ABSENT = Absent.NUMBER;
    private static final SetStockPolicy POLICY =
            new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 1, ABSENT, 10, ABSENT, ABSENT);

    private final Story story = new Story();

    @Test
    void whatIsSoldAndIssuedIsADaysDemand() {
        story.tick(1, 9).sells(3, 50).sells(1, 49).issues(2, 47, ABSENT).tick(2, 2);
        assertThat(story.days()).containsExactly("1: 6.0");
        ForecastScore score = story.scores.get(0);
        assertThat(List.of(score.sold(), score.issued(), score.onHand())).containsExactly(4L, 2L, 47L);
        assertThat(score.mean()).as("nothing was known before").isEqualTo(ABSENT);
    }

    @Test
    void theFirstDayIsKnownInPartOnly() {
        story.sells(9, 50).tick(1, 9).sells(3, 47).tick(2, 2);
        assertThat(story.days()).containsExactly("1: 3.0");
    }

    @Test
    void aDayClosesWhenItTakesNoMoreLateFacts() {
        story.tick(1, 9).sells(3, 50).tick(2, 1);
        assertThat(story.days()).isEmpty();
        story.tick(2, 2);
        assertThat(story.days()).containsExactly("1: 3.0");
        story.tick(2, 3);
        assertThat(story.days()).hasSize(1);
    }

    @Test
    void lateFactsGoToTheirDayWhileItIsOpen() {
        story.tick(1, 9).sells(3, 50).tick(2, 1).issues(4, 46, Story.at(1, 23)).tick(2, 2);
        assertThat(story.days()).containsExactly("1: 7.0");
        assertThat(story.tooLate).isZero();
        story.issues(5, 41, Story.at(1, 23)).tick(3, 2);
        assertThat(story.days()).containsExactly("1: 7.0", "2: 0.0");
        assertThat(story.tooLate).isEqualTo(5);
    }

    @Test
    void whatAllBuysDidNotGetIsAFactOfTheSymbolsDay() {
        story.accepts(POLICY).tick(1, 9).sells(3, 50).wantsInVain("C-1", 100).wantsInVain(Story.SHOP, 20);
        story.tick(2, 1)
                .wantedInVain(7, TimeInForce.DAY, ABSENT)
                .tick(2, 9)
                .wantsInVain("C-1", 4)
                .tick(4, 9);
        assertThat(story.facts)
                .filteredOn(fact -> fact.account() == null)
                .extracting(fact -> Days.of(fact.bucketStart()) - Days.of(Story.at(0, 0)), DemandDay::unmet)
                .containsExactly(tuple(0L, 0L), tuple(1L, 127L), tuple(2L, 4L));
        assertThat(story.scores).allSatisfy(score -> assertThat(score.lost()).isZero());
    }

    @Test
    void whatComesTooLateIsCountedOnTheDayItIsTold() {
        story.tick(1, 9).sells(3, 50).sells(9, 50).tick(2, 9).corrects(2, 9, 1).issues(5, 41, Story.at(1, 23));
        story.sells(2, 39).corrects(3, 2, 1).tick(3, 9);
        assertThat(story.days()).containsExactly("1: 12.0", "2: 1.0");
        assertThat(story.facts)
                .filteredOn(fact -> fact.account() == null)
                .extracting(DemandDay::late)
                .as("sizes, whatever their sign")
                .containsExactly(0L, 0L, 13L);
        assertThat(story.tooLate).isEqualTo(-3);
    }

    @Test
    void whatIsToldOfADayOnWhichTheMarketWasDownLeavesItUnknown() {
        story.tick(1, 9)
                .sells(3, 50)
                .pauses(3, 9)
                .issues(4, 46, Story.at(2, 12))
                .tick(4, 9);
        assertThat(story.days()).containsExactly("1: 3.0", "3: 0.0");
        assertThat(story.tooLate).isEqualTo(4);
    }

    @Test
    void anOrderOfTheDayThatExpiresAfterAPauseWasLostOnItsDay() {
        story.tick(1, 9).sells(50, 0).tick(2, 9).tick(3, 9).pauses(5, 9).wantedInVain(7, TimeInForce.DAY, ABSENT);
        story.tick(6, 9);
        assertThat(story.days()).containsExactly("1: 50.0", "3: 7.0");
    }

    @Test
    void suppliersHaveNoPartInWhatTheirShopsCouldNotSell() {
        story.accepts(POLICY);
        for (int day = 1; day <= 3; day++) {
            story.tick(day, 9).sells(3, 50).sells("SUPPLIER", 90, 10);
        }
        story.tick(4, 0)
                .sells(50, 0)
                .sells("SUPPLIER", 10, 0)
                .wantsInVain("C-1", 8)
                .tick(5, 9);
        assertThat(story.days()).contains("4: 58.0", "4: 10.0");
    }

    @Test
    void whileAllShopsThatPlanHaveGoodsNothingIsLostThoughTheirSupplierHasNone() {
        story.accepts(POLICY).tick(1, 9).sells(3, 50).sells("SUPPLIER", 90, 0);
        story.tick(2, 9).wantsInVain("C-1", 8).tick(3, 9);
        assertThat(story.facts)
                .filteredOn(fact -> fact.bucketStart() == Story.at(2, 0))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.lost() == 0 || fact.account() == null)
                        .as("%s", fact)
                        .isTrue())
                .anySatisfy(fact -> assertThat(fact.unmet()).isEqualTo(8));
        assertThat(story.days()).containsExactly("1: 3.0", "1: 90.0", "2: 0.0");
    }

    @Test
    void whoWasSoldOutBeforeThePolicyCountsAsAPlannerWithoutGoods() {
        story.tick(1, 9).sells(3, 0).accepts(POLICY).accepts(POLICY);
        assertThat(Head.read(piece(Head.NAME)).soldOutPlanned).isEqualTo(1);
        story.stock(StockReason.RECEIPT, 40, 40, null, ABSENT);
        assertThat(Head.read(piece(Head.NAME)).soldOutPlanned).isZero();
        story.sells(40, 0);
        assertThat(Head.read(piece(Head.NAME)).soldOutPlanned).isEqualTo(1);
    }

    @Test
    void whatIsLostWhereNobodyIsExpectedToSellAnythingIsSplitByHowLongEachWasSoldOut() {
        Story empty = new Story();
        empty.tick(1, 12)
                .stock("A", StockReason.COUNT, 0)
                .pauses(1, 18)
                .stock("B", StockReason.COUNT, 0)
                .wantsInVain("C-1", 9)
                .tick(2, 9);
        assertThat(empty.days()).containsExactly("1: 6.0", "1: 3.0");
    }

    @Test
    void aCorrectionOfASellerOfWhomNothingIsKnownIsTooLate() {
        story.tick(1, 9).sells("OTHER", 5, 9).corrects(1, 5, 2).tick(2, 9);
        assertThat(story.tooLate).isEqualTo(-3);
        assertThat(story.facts)
                .filteredOn(fact -> fact.account() == null && fact.bucketStart() == Story.at(1, 0))
                .singleElement()
                .satisfies(fact -> assertThat(fact.late()).isEqualTo(3));
    }

    @Test
    void noMoreThanAHundredAccountsPlanASymbol() {
        for (int shop = 1; shop <= SymbolDemand.PLANNERS_MAX; shop++) {
            story.accepts("SHOP-" + shop, POLICY);
        }
        assertThat(story.notPlanned).isEmpty();
        int full = piece(Head.NAME).length;
        story.accepts("LATE", POLICY).accepts("SHOP-1", POLICY).accepts("LATE", POLICY);
        assertThat(story.notPlanned).containsExactly("LATE", "LATE");
        assertThat(piece(Head.NAME)).hasSize(full);
        assertThat(story.pieces.names("")).doesNotContain("account/LATE");
        story.tick(1, 9).sells("LATE", 5, 0).tick(2, 9).tick(3, 9);
        assertThat(story.forecasts).as("it sells and is forecast").anyMatch(row -> row.account()
                .equals("LATE"));
    }

    @Test
    void aDaysFactsSayWhatIsKnownOfIt() {
        story.tick(1, 9)
                .sells(50, 0)
                .tick(2, 9)
                .tick(3, 9)
                .wantsInVain("C-2", 7)
                .tick(6, 9);
        assertThat(story.facts)
                .filteredOn(fact -> Story.SHOP.equals(fact.account()))
                .extracting(
                        fact -> Days.of(fact.bucketStart()) - Days.of(Story.at(0, 0)),
                        DemandDay::sold,
                        DemandDay::lost,
                        DemandDay::demand,
                        fact -> fact.soldOutMs() / 3_600_000)
                .containsExactly(
                        tuple(1L, 50L, 0L, 500_000L, 15L),
                        tuple(2L, 0L, 0L, ABSENT, 24L),
                        tuple(3L, 0L, 70_000L, 70_000L, 24L));
    }

    @Test
    void daysWithTicksAreZeroAndDaysWithoutAnyAreMissing() {
        story.tick(1, 9).sells(3, 50).tick(2, 2).tick(5, 9).tick(6, 9);
        assertThat(story.days()).containsExactly("1: 3.0", "2: 0.0", "5: 0.0");
    }

    @Test
    void whatNobodyCouldSellIsDemandAsLongAsSomebodyIsSoldOut() {
        story.tick(1, 9).sells(3, 50).wantsInVain("C-1", 100).tick(2, 9);
        story.sells(50, 0).wantsInVain("C-2", 7).wantsInVain(Story.SHOP, 1_000).tick(3, 9);
        assertThat(story.days()).containsExactly("1: 3.0", "2: 57.0");
        assertThat(story.scores.get(story.scores.size() - 1).lost()).isEqualTo(70_000);
    }

    @Test
    void aDaySoldOutOfWhichNothingIsKnownIsMissing() {
        story.tick(1, 9).sells(50, 0).tick(2, 9).tick(3, 9);
        assertThat(story.days()).containsExactly("1: 50.0");
        story.wantsInVain("C-2", 7).tick(4, 9);
        assertThat(story.days()).containsExactly("1: 50.0", "3: 7.0");
        story.stock(StockReason.RECEIPT, 40, 40, null, ABSENT).tick(5, 9);
        assertThat(story.days()).as("until 9 o'clock there was nothing").endsWith("4: 0.0");
    }

    @Test
    void whatASymbolRemembersDoesNotGrowWithTheSellersItHad() {
        story.tick(1, 9).sells("SELLER", 1, 0);
        int one = piece(Head.NAME).length;
        for (int seller = 1; seller <= 99; seller++) {
            story.sells("SELLER-" + seller, 1, 0);
        }
        assertThat(piece(Head.NAME)).hasSizeLessThan(one + 4);
    }

    @Test
    void sellersThatSoldNothingForFourWeeksAreForgotten() {
        for (int seller = 0; seller < 9; seller++) {
            story.tick(1, 9).sells("SELLER-" + seller, 1, 0);
        }
        story.sells("HOLDER", 1, 5).accepts(POLICY).sells(1, 9);
        for (int day = 2; day <= 30; day++) {
            story.tick(day, 9);
        }
        assertThat(story.pieces.names(""))
                .contains("account/HOLDER", "series/SHOP-1")
                .noneMatch(name -> name.contains("SELLER"));
        assertThat(story.pieces.names("")).doesNotContain("series/HOLDER");
        assertThat(Head.read(piece(Head.NAME)).soldOut).isZero();
        story.sells("SELLER-1", 7, 0).tick(31, 9);
        assertThat(story.scores)
                .filteredOn(score -> score.account().equals("SELLER-1"))
                .last()
                .satisfies(score -> assertThat(score.demand()).isEqualTo(70_000));
    }

    @Test
    void sellersWithoutAnyDayThatCountsAreForgotten() {
        for (int seller = 0; seller < 9; seller++) {
            story.sells("SELLER-" + seller, 1, 0);
        }
        story.accepts(instrument(true))
                .tick(1, 9)
                .offers("OFFERER", 5)
                .tick(2, 9)
                .tick(3, 9);
        assertThat(story.pieces.names("")).noneMatch(name -> name.contains("SELLER") || name.contains("OFFERER"));
        assertThat(Head.read(piece(Head.NAME)).soldOut).isZero();
    }

    @Test
    void whoSellsNoMoreIsForgottenThoughBuyersWantMore() {
        story.tick(1, 9).sells("ONCE", 5, 0).sells(10, 1_000);
        for (int day = 2; day <= 31; day++) {
            story.tick(day, 9).sells(10, 1_000).wantsInVain("C-2", 7);
        }
        assertThat(story.pieces.names("")).contains("series/SHOP-1").noneMatch(name -> name.contains("ONCE"));
        story.tick(32, 9);
        assertThat(story.facts)
                .filteredOn(fact -> fact.bucketStart() == Story.at(31, 0) && fact.account() != null)
                .singleElement()
                .satisfies(fact -> assertThat(fact.lost()).isZero());
    }

    @Test
    void theLongestLeadTimesThatAreAcceptedCanBePlanned() {
        story.accepts(new SetStockPolicy(
                3_650, Long.MAX_VALUE, 9_500, ServiceMeasure.CYCLE, 1, ABSENT, ABSENT, ABSENT, ABSENT));
        story.tick(1, 9).sells(3, 50).tick(2, 9);
        assertThat(story.suggestions).isNotEmpty();
    }

    @Test
    void aShopThatIsClosedForWeeksKeepsWhatItLearned() {
        story.tick(1, 9).sells(3, 50).tick(2, 9).tick(60, 9);
        assertThat(story.pieces.names("")).contains("series/SHOP-1");
    }

    private byte[] piece(String name) {
        return Objects.requireNonNull(story.pieces.get(name));
    }

    @Test
    void whatAnExpiredOrderDidNotGetWasLostOnTheDayOfItsTime() {
        story.tick(1, 9).sells(50, 0).tick(2, 9).tick(3, 0);
        story.wantedInVain(7, TimeInForce.DAY, ABSENT).wantedInVain(4, TimeInForce.GTD, Story.at(3, 0));
        story.tick(3, 9);
        assertThat(story.days()).containsExactly("1: 50.0", "2: 11.0");
        story.tick(4, 9)
                .tick(5, 1)
                .wantedInVain(5, TimeInForce.GTD, Story.at(3, 1))
                .tick(5, 9);
        assertThat(story.days()).as("its day is closed").containsExactly("1: 50.0", "2: 11.0");
        story.tick(6, 9);
        assertThat(story.days()).endsWith("5: 5.0");
    }

    @Test
    void aShopThatOpensWithEmptyShelvesIsPlannedByWhatItCouldNotSell() {
        Story empty = new Story();
        empty.accepts(instrument(true)).accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            empty.tick(day, 9).wantsInVain("C-1", 10);
        }
        empty.tick(21, 9);
        assertThat(empty.days()).hasSize(20).endsWith("20: 10.0");
        assertThat(empty.suggestions)
                .last()
                .satisfies(last -> assertThat(last.qty()).as("four days' ten").isEqualTo(40));
    }

    @Test
    void whatWasOrderedBeforeThePolicyIsOnOrder() {
        story.accepts(instrument(true))
                .tick(1, 9)
                .bids(99, 500)
                .buys(500, 99, 5)
                .orders(500);
        story.bids(99, 0).accepts(POLICY);
        for (int day = 2; day <= 4; day++) {
            story.tick(day, 9).wantsInVain("C-1", 10);
        }
        story.tick(5, 9);
        assertThat(story.scores)
                .filteredOn(score -> score.account().equals(Story.SHOP))
                .last()
                .satisfies(score -> assertThat(score.onOrder()).isEqualTo(500));
        assertThat(story.suggestions).noneMatch(made -> made.action() == SuggestedAction.RELEASE);
        story.stock(StockReason.RECEIPT, 500, 500, "S-1-99", ABSENT);
        assertThat(Account.read(piece("account/SHOP-1")).purchases).isEmpty();
    }

    @Test
    void aBidThatRestsWhenThePolicyComesCounts() {
        story.accepts(instrument(true)).tick(1, 9).bids(77, 500).sells(10, 5).accepts(POLICY);
        for (int day = 2; day <= 4; day++) {
            story.tick(day, 9).sells(1, 5);
        }
        story.tick(5, 9);
        assertThat(story.suggestions).noneMatch(made -> made.action() == SuggestedAction.RELEASE);
    }

    @Test
    void buyersAreForgottenOnceTheyHaveNothingOpen() {
        story.accepts(instrument(true)).tick(1, 9).bids(77, 5);
        assertThat(story.pieces.names("")).contains("buyer/SHOP-1");
        story.bids(77, 0);
        assertThat(story.pieces.names("")).doesNotContain("buyer/SHOP-1");
        story.stock(StockReason.TRADE, 5, 5, null, ABSENT);
        for (int day = 2; day <= 29; day++) {
            story.tick(day, 9);
        }
        assertThat(story.pieces.names("")).contains("buyer/SHOP-1");
        story.tick(30, 9);
        assertThat(story.pieces.names("")).doesNotContain("buyer/SHOP-1");
    }

    @Test
    void aReviewThatFallsIntoDaysClosedTogetherIsNotSkipped() {
        SetStockPolicy weekly =
                new SetStockPolicy(3, 0, 9_500, ServiceMeasure.CYCLE, 7, ABSENT, ABSENT, ABSENT, ABSENT);
        story.accepts(weekly);
        for (int day = 1; day <= 15; day++) {
            story.tick(day, 9).sells(10, Math.max(1, 10 - day));
        }
        // day 20, 20,020 since 1970, is a day of review: the tick of day 23 closes it with six others
        story.tick(16, 2);
        int made = story.suggestions.size();
        story.tick(23, 9);
        assertThat(story.suggestions).hasSizeGreaterThan(made);
    }

    @Test
    void whatABustedPurchaseWouldHaveBroughtIsExpectedNoMore() {
        story.accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 200 - 10 * day);
        }
        story.buys(60, 99, 30).stock(StockReason.CORRECTION, 1, 0, null, ABSENT).tick(21, 9);
        assertThat(story.suggestions).last().satisfies(last -> assertThat(last.action())
                .isEqualTo(SuggestedAction.RELEASE));
    }

    private static DefineInstrument instrument(boolean tracksStock) {
        return new DefineInstrument(
                "S-1",
                "Toys",
                "EUR",
                100,
                1,
                10_000,
                3,
                false,
                tracksStock,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT,
                ABSENT);
    }

    @Test
    void challengersAreScoredBesideTheChampion() {
        for (int day = 1; day <= 9; day++) {
            story.tick(day, 9).sells(day, 500);
        }
        story.tick(10, 9);
        List<ForecastScore> ninth = story.scores.subList(story.scores.size() - 3, story.scores.size());
        assertThat(ninth).extracting(ForecastScore::model).containsExactly(ForecastModel.values());
        assertThat(ninth.get(1).mean()).as("a week before").isEqualTo(20_000);
        assertThat(ninth.get(2).mean()).as("(1+...+8)/8").isEqualTo(45_000);
        assertThat(ninth.get(2).error()).isEqualTo(45_000);
    }

    @Test
    void pinballLossIsThatOfThreeQuantiles() {
        // (0.1 * 8 + 0.5 * 5 + 0.1 * 5) / 3
        assertThat(new Expectation(5, 2, 5, 15).pinball(10)).isEqualTo(3.8 / 3);
    }

    @Test
    void tooLittleStockLeadsToAnOrderThatABidThenCovers() {
        story.accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 200 - 10 * day);
        }
        story.tick(21, 9);
        var last = story.suggestions.get(story.suggestions.size() - 1);
        assertThat(last.action()).isEqualTo(SuggestedAction.RELEASE);
        assertThat(last.qty()).as("four days' ten").isEqualTo(40);
        assertThat(last.suggestionId()).isEqualTo("S-1-S-" + last.seq());
        assertThat(story.forecasts.get(story.forecasts.size() - 1).reorderPoint())
                .isEqualTo(40);
        int made = story.suggestions.size();
        story.bids(99, 40).tick(22, 9);
        assertThat(story.suggestions).as("the bid counts; and 10 were not sold").hasSize(made);
    }

    @Test
    void goodsOnTheirWayCountUntilTheyArrive() {
        story.accepts(POLICY);
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 200 - 10 * day);
        }
        story.buys(60, 99, 30).tick(21, 9);
        assertThat(story.suggestions.get(story.suggestions.size() - 1))
                .satisfies(late -> assertThat(late.action()).isEqualTo(SuggestedAction.EXPEDITE))
                .satisfies(late -> assertThat(late.orderId()).isEqualTo("S-1-99"))
                .satisfies(late -> assertThat(late.limitPx()).isEqualTo(8_000));
        story.stock(StockReason.RECEIPT, 60, 60, "S-1-99", ABSENT);
        int made = story.suggestions.size();
        story.tick(22, 9);
        assertThat(story.suggestions).hasSize(made);
    }

    @Test
    void aCategorysPriorIsWhatIsExpectedFirst() {
        ColdStart prior = new ColdStart(12, 3, 0, 5);
        Story cold = new Story(new DemandSettings(0, 7, List.of(7), Map.of("", prior)));
        cold.tick(1, 9).sells(3, 50).tick(2, 0);
        assertThat(cold.scores.get(0).mean()).isEqualTo(120_000);
    }

    @Test
    void whoPlansIsForecastByTheCategoryBeforeAnyDemand() {
        ColdStart prior = new ColdStart(12, 3, 0, 5);
        Story cold = new Story(new DemandSettings(0, 7, List.of(7), Map.of("Toys", prior)));
        cold.accepts(instrument(true)).accepts(POLICY).tick(1, 0);
        assertThat(cold.expected(0, 1)).isCloseTo(12, within(0.1));
        assertThat(cold.suggestions).isNotEmpty();
    }

    @Test
    void anAnnouncedEffectIsForecastBeforeAnyIsSeen() {
        story.accepts(announced(25, 30_000)).accepts(announced(26, ABSENT));
        for (int day = 1; day <= 20; day++) {
            story.tick(day, 9).sells(10, 1_000 - 10 * day);
        }
        story.tick(21, 2);
        assertThat(story.expected(20, 24)).isCloseTo(10, within(0.2));
        assertThat(story.expected(20, 25)).isCloseTo(30, within(0.5));
        assertThat(story.expected(20, 26)).as("nobody knows").isCloseTo(10, within(0.2));
    }

    @Test
    void aForecastIsScoredAsItWasMadeWhateverWasAnnouncedLater() {
        for (int day = 1; day <= 41; day++) {
            story.tick(day, 9).sells(day == 41 ? 30 : 10, 1_000 - 10 * day);
        }
        story.accepts(announced(41, 30_000)).tick(42, 9).accepts(announced(43, 30_000));
        assertThat(story.scores)
                .filteredOn(score -> score.model() == ForecastModel.ADAPTIVE && score.bucketStart() == Story.at(41, 0))
                .singleElement()
                .satisfies(
                        score -> assertThat(score.mean() / 10_000.0).isCloseTo(story.expected(40, 41), within(1e-3)));
        assertThat(story.expected(41, 42))
                .as("it was the announced day that sold 30")
                .isCloseTo(10, within(0.5));
    }

    @Test
    void anEffectNobodyKnewIsLearnedApartFromThoseTold() {
        for (int day = 1; day <= 40; day++) {
            boolean isEvent = day % 8 == 5;
            if (isEvent) {
                story.accepts(announced(day, ABSENT));
            }
            story.tick(day, 9).sells(isEvent ? 20 : 10, 1_000 - 10 * day);
        }
        story.accepts(announced(42, ABSENT)).accepts(announced(43, 30_000)).tick(41, 2);
        assertThat(story.expected(40, 41)).isCloseTo(10, within(0.5));
        assertThat(story.expected(40, 42)).as("five events say 20, caution 10").isBetween(17.0, 20.0);
        assertThat(story.expected(40, 43)).isCloseTo(30, within(1.0));
    }

    @Test
    void whatAPriceDoesIsLearnedAndForecastFromTheDayBeforesPrice() {
        story.accepts(instrument(true));
        for (int day = 1; day <= 67; day++) {
            boolean isCheap = day % 14 >= 9 && day % 14 <= 11;
            story.tick(day, 9).asks(isCheap ? 8_000 : 10_000).sells(isCheap ? 20 : 10, 1_000 - 10 * day);
        }
        story.tick(68, 9);
        assertThat(story.expected(64, 65)).as("before it is cheap").isCloseTo(10, within(1.0));
        assertThat(story.expected(65, 66)).as("once it is cheap").isCloseTo(20, within(3.0));
        assertThat(story.expected(67, 68))
                .as("nobody knows that it is dear again")
                .isCloseTo(20, within(3.0));
        assertThat(story.scores)
                .filteredOn(score -> score.model() == ForecastModel.ADAPTIVE && score.bucketStart() == Story.at(65, 0))
                .singleElement()
                .satisfies(score -> assertThat(score.mean() / 10_000.0).isCloseTo(10, within(1.0)));
        story.asks(10_000).offers(5).tick(69, 9);
        assertThat(story.expected(68, 69)).as("offered dearly, nothing sold").isLessThan(12);
    }

    @Test
    void aPriceThatStaysTellsNothing() {
        PaidPrice price = new PaidPrice();
        for (int day = 0; day < 9; day++) {
            assertThat(price.regressor(123_457)).isZero();
            price.close(day == 3 ? ABSENT : 123_457);
            assertThat(price.regressor()).isZero();
        }
        assertThat(price.regressor(12_345)).as("no more than by its third").isEqualTo(-3);
    }

    private static CalendarEvent announced(long day, long effect) {
        return new CalendarEvent("sales day", Story.date(day), effect);
    }

    @Test
    void theCalendarIsARegressor() {
        Calendar calendar = new Calendar();
        calendar.take(new CalendarEvent("Singles' Day", "2026-11-11", 32_500));
        long day = LocalDate.parse("2026-11-11").toEpochDay();
        Calendar read = Calendar.read(calendar.toBytes());
        assertThat(read.regressors(day)).containsExactly(2.25, 0);
        assertThat(read.regressors(day + 1)).containsExactly(0, 0);
        assertThat(read.forecastRegressors(day)).containsExactly(0, 0);
        read.closeUpTo(day - 1);
        assertThat(Calendar.read(read.toBytes()).forecastRegressors(day)).containsExactly(2.25, 0);
        read.closeUpTo(day);
        assertThat(read.regressors(day)).containsExactly(0, 0);
        assertThat(read.forecastRegressors(day)).containsExactly(0, 0);
    }
}
