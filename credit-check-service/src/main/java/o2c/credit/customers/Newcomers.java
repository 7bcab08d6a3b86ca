package o2c.credit.customers;

/** Whether anything is to be derived for a customer of whom no more is known than who he is. */
public interface Newcomers {

    /** False keeps the registration of many customers cheap. */
    boolean matter();
}
