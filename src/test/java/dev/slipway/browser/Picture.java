package dev.slipway.browser;

import org.openqa.selenium.WebElement;

/// An `<img>` as it stands in the page, and what the browser made of it: `current` is the
/// address that it picked, `naturalWidth` and `naturalHeight` are in CSS pixels, after `sizes`
/// (and EXIF orientation) have been applied.
public record Picture(
        String src,
        String srcset,
        String sizes,
        int width,
        int height,
        String alt,
        String current,
        int naturalWidth,
        int naturalHeight) {

    static Picture of(WebElement img) {
        return new Picture(
                img.getDomAttribute("src"),
                img.getDomAttribute("srcset"),
                img.getDomAttribute("sizes"),
                Integer.parseInt(img.getDomAttribute("width")),
                Integer.parseInt(img.getDomAttribute("height")),
                img.getDomAttribute("alt"),
                img.getDomProperty("currentSrc"),
                Integer.parseInt(img.getDomProperty("naturalWidth")),
                Integer.parseInt(img.getDomProperty("naturalHeight")));
    }
}
