package o2c.runtime.jobs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import o2c.runtime.http.Answer;
import o2c.runtime.http.Upload;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/sums")
class SumResource {

    @Inject
    Jobs jobs;

    @POST
    @Upload
    @Consumes("text/csv")
    @RolesAllowed("invoice:write")
    public RestResponse<Void> sum(@HeaderParam("Content-Type") String mediaType, InputStream upload) {
        return Answer.accepted(jobs.start("sum", mediaType, upload));
    }
}
