package o2c.dunning.strategies;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import o2c.dunning.strategies.domain.Channel;
import o2c.dunning.strategies.domain.StrategyContent;
import o2c.dunning.strategies.domain.StrategyStep;
import o2c.dunning.strategies.domain.Tone;
import o2c.kernel.RuleBroken;

/** What a strategy says, as callers and the shipped file write it. */
record StrategyDraft(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(max = 20) List<@NotNull @Valid Step> steps) {

    /**
     * One step.
     *
     * @param step short name in kebab case
     * @param daysFromDue calendar days after the due day, negative before it
     * @param minimumAmount units of the receivable's currency; 0 unless told
     */
    record Step(
            @NotNull @Min(0) @Max(20) Integer level,

            @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64)
            String step,

            @NotNull @Min(-365) @Max(3650) Integer daysFromDue,
            @NotNull @Size(max = 20) String channel,
            @NotNull @Size(max = 20) String tone,
            @Digits(integer = 15, fraction = 4) BigDecimal minimumAmount) {

        static Step of(StrategyStep step) {
            return new Step(
                    step.level(),
                    step.name(),
                    step.daysFromDue(),
                    step.channel().code(),
                    step.tone().code(),
                    step.minimumAmount()
                            .setScale(Math.max(2, step.minimumAmount().scale())));
        }

        private StrategyStep at(int index) {
            try {
                return new StrategyStep(
                        level,
                        step,
                        daysFromDue,
                        Channel.ofCode(channel),
                        Tone.ofCode(tone),
                        minimumAmount == null ? BigDecimal.ZERO : minimumAmount);
            } catch (RuleBroken unknown) {
                throw unknown.at("/steps/" + index + (unknown.code().equals("tone-unknown") ? "/tone" : "/channel"));
            }
        }
    }

    StrategyContent content() {
        List<StrategyStep> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            all.add(steps.get(i).at(i));
        }
        return new StrategyContent(name, all);
    }
}
