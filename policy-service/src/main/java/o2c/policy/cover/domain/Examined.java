package o2c.policy.cover.domain;

import java.util.List;
import o2c.policy.deadlines.domain.Consent;
import o2c.policy.deadlines.domain.CoverDeadlines;
import o2c.policy.policies.domain.InForce;

/**
 * One receivable held against the policy it stands under.
 *
 * @param attached the version it stands under, or null when there is none
 * @param line what is insured of it
 * @param broken every clause of cover that it breaks
 * @param deadlines the days that follow while it stays unpaid; null without a policy
 * @param consents what the insurer agreed to about its customer under that policy
 */
public record Examined(
        InForce attached, CoverLine line, List<Reason> broken, CoverDeadlines deadlines, List<Consent> consents) {}
