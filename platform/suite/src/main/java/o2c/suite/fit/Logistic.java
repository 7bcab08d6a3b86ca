package o2c.suite.fit;

/** Logistic regression by Newton's method, with a small ridge so that weights stay finite. */
final class Logistic {

    private static final double RIDGE = 6;
    private static final int ROUNDS = 25;

    private Logistic() {}

    /** Weights, the constant first, for the logarithm of the odds of being sound. */
    static double[] fit(double[][] inputs, boolean[] failed) {
        int size = inputs[0].length + 1;
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int i = 0; i < inputs.length; i++) {
                add(inputs[i], failed[i], weights, gradient, curvature);
            }
            for (int k = 1; k < size; k++) {
                gradient[k] -= RIDGE * (weights[k] - 1);
                curvature[k][k] += RIDGE;
            }
            double[] step = solve(curvature, gradient);
            double moved = 0;
            for (int k = 0; k < size; k++) {
                weights[k] += step[k];
                moved = Math.max(moved, Math.abs(step[k]));
            }
            if (moved < 1e-8) {
                break;
            }
        }
        return weights;
    }

    static double odds(double[] weights, double[] input) {
        double sum = weights[0];
        for (int k = 0; k < input.length; k++) {
            sum += weights[k + 1] * input[k];
        }
        return sum;
    }

    private static void add(double[] input, boolean failed, double[] weights, double[] gradient, double[][] curvature) {
        double sound = 1 / (1 + Math.exp(-odds(weights, input)));
        double error = (failed ? 0 : 1) - sound;
        double spread = sound * (1 - sound) + 1e-12;
        for (int k = 0; k < weights.length; k++) {
            double left = k == 0 ? 1 : input[k - 1];
            gradient[k] += error * left;
            for (int j = 0; j < weights.length; j++) {
                curvature[k][j] += spread * left * (j == 0 ? 1 : input[j - 1]);
            }
        }
    }

    /** Gauss with pivoting; the matrix is small and positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            double[] swapped = matrix[pivot];
            matrix[pivot] = matrix[column];
            matrix[column] = swapped;
            double kept = right[pivot];
            right[pivot] = right[column];
            right[column] = kept;
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int k = column; k < size; k++) {
                    matrix[row][k] -= factor * matrix[column][k];
                }
                right[row] -= factor * right[column];
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int k = row + 1; k < size; k++) {
                sum -= matrix[row][k] * solution[k];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
