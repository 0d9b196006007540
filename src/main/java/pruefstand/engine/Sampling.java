package pruefstand.engine;

/**
 * How the next token is chosen. The filters apply in the order of the components, then one token is drawn.
 *
 * @param temperature 0: always the likeliest token, and nothing else here matters
 * @param topK only the so many likeliest; 0: all
 * @param topP only the likeliest that together have this probability; 1: all
 * @param minP only those at least this likely, compared with the likeliest; 0: all
 * @param seed of the drawing
 */
public record Sampling(double temperature, int topK, double topP, double minP, long seed) {

    public static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 0);

    public Sampling {
        if (!(temperature >= 0) || topK < 0 || !(topP > 0 && topP <= 1) || !(minP >= 0 && minP <= 1)) {
            throw new IllegalArgumentException("expected temperature >= 0, top-k >= 0, 0 < top-p <= 1, 0 <= min-p <= 1; got "
                    + temperature + ", " + topK + ", " + topP + ", " + minP);
        }
    }

    public boolean isGreedy() {
        return temperature == 0;
    }
}
