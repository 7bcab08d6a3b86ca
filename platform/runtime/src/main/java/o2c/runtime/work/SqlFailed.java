package o2c.runtime.work;

import java.sql.SQLException;

/** A statement failed; the cause carries the SQL state. */
public class SqlFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    SqlFailed(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
