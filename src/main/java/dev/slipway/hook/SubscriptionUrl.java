package dev.slipway.hook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address at which Amazon SNS wants a subscription confirmed: its own host in some region,
/// by TLS, on the usual port and as nobody in particular. No other address is ever visited for
/// a message.
record SubscriptionUrl(URI address) {

    private static final int LONGEST = 2000;
    private static final Pattern HOST =
            Pattern.compile("sns\\.[a-z]{2,}(-[a-z]+)+-[0-9]{1,2}\\.amazonaws\\.com(\\.cn)?");

    SubscriptionUrl {
        if (!isOfSns(address)) {
            throw new IllegalArgumentException("not an address of Amazon SNS: " + address);
        }
    }

    static Optional<SubscriptionUrl> find(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text))
                    .filter(SubscriptionUrl::isOfSns)
                    .map(SubscriptionUrl::new);
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isOfSns(URI address) {
        return "https".equals(address.getScheme())
                && address.getHost() != null
                && HOST.matcher(address.getHost()).matches()
                && address.getRawUserInfo() == null
                && address.getPort() == -1
                && address.getRawPath().startsWith("/")
                && address.getRawFragment() == null;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
