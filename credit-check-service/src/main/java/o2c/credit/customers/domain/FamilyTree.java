package o2c.credit.customers.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import o2c.kernel.RuleBroken;

/** Who belongs to whom: child to parent. Nobody may be his own ancestor. */
public final class FamilyTree {

    private final Map<String, String> parentOf;

    public FamilyTree(Map<String, String> parentOf) {
        this.parentOf = new HashMap<>(parentOf);
    }

    /**
     * Puts a customer under a parent, or under none.
     *
     * @throws RuleBroken {@code parent-cycle} when the parent is the customer itself or one of its descendants
     */
    public void place(String customerId, String parentCustomerId) {
        if (parentCustomerId == null) {
            parentOf.remove(customerId);
            return;
        }
        if (isAncestor(customerId, parentCustomerId)) {
            throw RuleBroken.refused("parent-cycle", "a customer cannot be its own parent or ancestor")
                    .at("/parentCustomerId");
        }
        parentOf.put(customerId, parentCustomerId);
    }

    private boolean isAncestor(String candidate, String of) {
        Set<String> seen = new HashSet<>();
        for (String next = of; next != null && seen.add(next); next = parentOf.get(next)) {
            if (next.equals(candidate)) {
                return true;
            }
        }
        return false;
    }
}
