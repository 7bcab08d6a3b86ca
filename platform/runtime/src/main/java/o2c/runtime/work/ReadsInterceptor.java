package o2c.runtime.work;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import o2c.runtime.access.Caller;
import o2c.runtime.http.RequestFacts;
import o2c.runtime.inbox.AtLeast;

@Reads
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
class ReadsInterceptor {

    private final Work work;
    private final Caller caller;
    private final RequestFacts request;
    private final AtLeast atLeast;

    ReadsInterceptor(Work work, Caller caller, RequestFacts request, AtLeast atLeast) {
        this.work = work;
        this.caller = caller;
        this.request = request;
        this.atLeast = atLeast;
    }

    @AroundInvoke
    Object around(InvocationContext call) {
        String tenant = caller.tenant();
        request.atLeast().ifPresent(position -> atLeast.await(tenant, position));
        return work.reading(tenant, () -> WritesInterceptor.proceed(call));
    }
}
