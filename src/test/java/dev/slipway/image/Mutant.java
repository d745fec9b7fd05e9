package dev.slipway.image;

import java.util.Arrays;
import java.util.Random;

/// A file with something wrong: bytes changed, numbers made huge, parts missing or repeated.
public final class Mutant {

    private Mutant() {}

    public static byte[] of(byte[] original, Random random) {
        var bytes = original.clone();
        for (var i = random.nextInt(4); i >= 0; i--) {
            bytes = mutated(bytes, random);
        }
        var png = bytes.length > 8 && bytes[1] == 'P';
        return png && random.nextInt(4) > 0 ? PictureFile.withChecksums(bytes) : bytes;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length < 16) {
            return bytes;
        }
        // most of what readers stumble over stands in the header
        var reach = random.nextBoolean() ? Math.min(bytes.length, 120) : bytes.length;
        var at = random.nextInt(reach - 8);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> Arrays.fill(bytes, at, at + 1 + random.nextInt(4), (byte) 0xff);
            case 3 -> Arrays.fill(bytes, at, at + 1 + random.nextInt(4), (byte) 0);
            case 4 -> {
                return Arrays.copyOf(bytes, at + 8);
            }
            case 5 -> {
                return without(bytes, at, random.nextInt(8));
            }
            default -> {
                return repeated(bytes, at, random.nextInt(64));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        var result = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, at + count, result, at, bytes.length - at - count);
        return result;
    }

    private static byte[] repeated(byte[] bytes, int at, int wanted) {
        var count = Math.min(wanted, bytes.length - at);
        var result = Arrays.copyOf(bytes, bytes.length + count);
        System.arraycopy(bytes, at, result, at + count, bytes.length - at);
        return result;
    }
}
