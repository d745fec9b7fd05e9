package dev.slipway.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("D95: the address that confirms a subscription")
class SubscriptionUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription"
                        + "&TopicArn=arn:aws:sns:us-east-1:123456789012:uploads&Token=2336412f37",
                "https://sns.ap-southeast-2.amazonaws.com/",
                "https://sns.us-gov-west-1.amazonaws.com/?a",
                "https://sns.cn-north-1.amazonaws.com.cn/?a"
            })
    void isOfSns(String url) {
        assertThat(SubscriptionUrl.find(url)).hasToString("Optional[" + url + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https:sns.us-east-1.amazonaws.com/",
                "//sns.us-east-1.amazonaws.com/",
                "/?Action=ConfirmSubscription",
                "http://sns.us-east-1.amazonaws.com/",
                "ftp://sns.us-east-1.amazonaws.com/",
                "file:///etc/passwd",
                "https://sns.us-east-1.amazonaws.com",
                "https://sns.us-east-1.amazonaws.com.evil.example/",
                "https://sns.us-east-1.amazonaws.com.co/",
                "https://sns.us-east-1.amazonaws.com./",
                "https://sns.us-east-1.amazonaws.com:443/",
                "https://sns.us-east-1.amazonaws.com:22/",
                "https://sns.us-east-1.amazonaws.com@evil.example/",
                "https://user@sns.us-east-1.amazonaws.com/",
                "https://user:secret@sns.us-east-1.amazonaws.com/",
                "https://sns.us-east-1.amazonaws.com\\@evil.example/",
                "https://evil.example/sns.us-east-1.amazonaws.com/",
                "https://evil.example#sns.us-east-1.amazonaws.com/",
                "https://sns.us-east-1.amazonaws.com/#a",
                "https://evil.example?sns.us-east-1.amazonaws.com/",
                "https://evilsns.us-east-1.amazonaws.com/",
                "https://evil.sns.us-east-1.amazonaws.com/",
                "https://sns.evil.example.amazonaws.com/",
                "https://sns.us-east-1.evil.amazonaws.com/",
                "https://sns.amazonaws.com/",
                "https://sns..amazonaws.com/",
                "https://sns.evil.amazonaws.com/",
                "https://sns-us-east-1.amazonaws.com/",
                "https://s3.us-east-1.amazonaws.com/",
                "https://snsXus-east-1.amazonaws.com/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://localhost/",
                "https://sns.us-east-1.amazonaws.com/ ",
                "https://sns.us-east-1.amazonaws.com/\r\nHost: evil.example",
                "https://sns.us-east-1.amazonaws.com/\u0000",
                "https://sns.us-east-1.amazon\u0430ws.com/"
            })
    void isNotOfSns(String url) {
        assertThat(SubscriptionUrl.find(url)).isEmpty();
    }

    @Test
    void isNotEndless() {
        var url = "https://sns.us-east-1.amazonaws.com/?Token=" + "a".repeat(2000);
        assertThat(SubscriptionUrl.find(url)).isEmpty();
    }

    @Test
    void isNeverAnotherOne() {
        assertThatThrownBy(() -> new SubscriptionUrl(URI.create("https://evil.example/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evil.example");
    }
}
