package dev.slipway.image.libvips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/// The functions that this binding uses of libvips, and of GObject below it, each under its own
/// name. None of them is variadic: those are called differently on every platform. Operations,
/// which in C are, go through their objects and properties instead ([Operation]).
final class Libvips {

    private static final ValueLayout GTYPE = JAVA_LONG;
    private static final ValueLayout SIZE = JAVA_LONG;

    final NativeFunction init;
    final NativeFunction version;
    final NativeFunction concurrencySet;
    final NativeFunction cacheSetMax;
    final NativeFunction operationBlockSet;
    final NativeFunction errorBufferCopy;
    final NativeFunction threadShutdown;

    final NativeFunction operationNew;
    final NativeFunction objectSetArgumentFromString;
    final NativeFunction objectBuild;
    final NativeFunction objectUnrefOutputs;

    final NativeFunction sourceNewFromFile;
    final NativeFunction imageCopyMemory;
    final NativeFunction imageGetWidth;
    final NativeFunction imageGetHeight;
    final NativeFunction imageGetBands;
    final NativeFunction imageGetFormat;
    final NativeFunction formatSizeof;
    final NativeFunction imageHasalpha;
    final NativeFunction imageGetInterpretation;
    final NativeFunction imageGetTypeof;
    final NativeFunction imageGetInt;
    final NativeFunction imageGetBlob;
    final NativeFunction imageSetInt;
    final NativeFunction imageGetFields;
    final NativeFunction imageRemove;
    final NativeFunction imageSetKill;
    final NativeFunction iccIsCompatibleProfile;
    final NativeFunction arrayImageNew;
    final NativeFunction arrayImageGetType;
    final NativeFunction blobGet;

    final NativeFunction gSetenv;
    final NativeFunction gFree;
    final NativeFunction gStrfreev;
    final NativeFunction gObjectGetProperty;
    final NativeFunction gObjectSetProperty;
    final NativeFunction gObjectRef;
    final NativeFunction gObjectUnref;
    final NativeFunction gValueInit;
    final NativeFunction gValueUnset;
    final NativeFunction gValueSetObject;
    final NativeFunction gValueDupObject;
    final NativeFunction gValueTakeBoxed;
    final NativeFunction gValueGetBoxed;

    private final SymbolLookup library;
    private final Words words = new Words(this);

    /// @throws java.util.NoSuchElementException if this is no libvips, or too old a one
    Libvips(SymbolLookup library) {
        this.library = library;

        init = number("vips_init", ADDRESS);
        version = number("vips_version", JAVA_INT);
        concurrencySet = nothing("vips_concurrency_set", JAVA_INT);
        cacheSetMax = nothing("vips_cache_set_max", JAVA_INT);
        operationBlockSet = nothing("vips_operation_block_set", ADDRESS, JAVA_INT);
        errorBufferCopy = pointer("vips_error_buffer_copy");
        threadShutdown = nothing("vips_thread_shutdown");

        operationNew = pointer("vips_operation_new", ADDRESS);
        objectSetArgumentFromString =
                number("vips_object_set_argument_from_string", ADDRESS, ADDRESS, ADDRESS);
        objectBuild = number("vips_object_build", ADDRESS);
        objectUnrefOutputs = nothing("vips_object_unref_outputs", ADDRESS);

        sourceNewFromFile = pointer("vips_source_new_from_file", ADDRESS);
        imageCopyMemory = pointer("vips_image_copy_memory", ADDRESS);
        imageGetWidth = number("vips_image_get_width", ADDRESS);
        imageGetHeight = number("vips_image_get_height", ADDRESS);
        imageGetBands = number("vips_image_get_bands", ADDRESS);
        imageGetFormat = number("vips_image_get_format", ADDRESS);
        formatSizeof = function(SIZE, "vips_format_sizeof", JAVA_INT);
        imageHasalpha = number("vips_image_hasalpha", ADDRESS);
        imageGetInterpretation = number("vips_image_get_interpretation", ADDRESS);
        imageGetTypeof = function(GTYPE, "vips_image_get_typeof", ADDRESS, ADDRESS);
        imageGetInt = number("vips_image_get_int", ADDRESS, ADDRESS, ADDRESS);
        imageGetBlob = number("vips_image_get_blob", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        imageSetInt = nothing("vips_image_set_int", ADDRESS, ADDRESS, JAVA_INT);
        imageGetFields = pointer("vips_image_get_fields", ADDRESS);
        imageRemove = number("vips_image_remove", ADDRESS, ADDRESS);
        imageSetKill = nothing("vips_image_set_kill", ADDRESS, JAVA_INT);
        iccIsCompatibleProfile = number("vips_icc_is_compatible_profile", ADDRESS, ADDRESS, SIZE);
        arrayImageNew = pointer("vips_array_image_new", ADDRESS, JAVA_INT);
        arrayImageGetType = function(GTYPE, "vips_array_image_get_type");
        blobGet = pointer("vips_blob_get", ADDRESS, ADDRESS);

        gSetenv = number("g_setenv", ADDRESS, ADDRESS, JAVA_INT);
        gFree = nothing("g_free", ADDRESS);
        gStrfreev = nothing("g_strfreev", ADDRESS);
        gObjectGetProperty = nothing("g_object_get_property", ADDRESS, ADDRESS, ADDRESS);
        gObjectSetProperty = nothing("g_object_set_property", ADDRESS, ADDRESS, ADDRESS);
        gObjectRef = pointer("g_object_ref", ADDRESS);
        gObjectUnref = nothing("g_object_unref", ADDRESS);
        gValueInit = pointer("g_value_init", ADDRESS, GTYPE);
        gValueUnset = nothing("g_value_unset", ADDRESS);
        gValueSetObject = nothing("g_value_set_object", ADDRESS, ADDRESS);
        gValueDupObject = pointer("g_value_dup_object", ADDRESS);
        gValueTakeBoxed = nothing("g_value_take_boxed", ADDRESS, ADDRESS);
        gValueGetBoxed = pointer("g_value_get_boxed", ADDRESS);
    }

    /// What libvips says of its failures.
    Words words() {
        return words;
    }

    private NativeFunction nothing(String name, MemoryLayout... parameters) {
        return NativeFunction.of(library, name, FunctionDescriptor.ofVoid(parameters));
    }

    private NativeFunction number(String name, MemoryLayout... parameters) {
        return function(JAVA_INT, name, parameters);
    }

    private NativeFunction pointer(String name, MemoryLayout... parameters) {
        return function(ADDRESS, name, parameters);
    }

    private NativeFunction function(ValueLayout result, String name, MemoryLayout... parameters) {
        return NativeFunction.of(library, name, FunctionDescriptor.of(result, parameters));
    }
}
