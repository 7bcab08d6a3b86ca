package o2c.runtime.jobs;

/**
 * One kind of long work. A job may be started again at any time, by any process, from its last committed batch:
 * whatever it does belongs into {@link JobRun#inBatch}.
 */
public interface JobKind {

    /** The name given to {@link Jobs#start}. */
    String kind();

    /** Does the work; a refusal thrown here fails the job with its code. */
    void run(JobRun run);

    /** Whether it spends its time waiting for other jobs; it is then run beside the few that may run at a time. */
    default boolean waitsForOthers() {
        return false;
    }
}
