package dev.slipway.image.jdk;

/// Takes the rows of a picture from the top down.
interface RowSink {

    /// One row: for each pixel its samples, from 0 to 255 and with colours already multiplied
    /// by alpha. The array is the giver's and changes with the next row.
    void row(float[] samples);
}
