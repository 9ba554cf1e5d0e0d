"""Of each code of an error a representative fact, what it is called for machines and its sentence in English."""

from forensics.error_codes import (
    DetailCode,
    DetectorCode,
    ExplanationCode,
    FailureCode,
    MediaCode,
    SettingsCode,
    StreamCode,
    TrainingCode,
)
from forensics.facts import Fact

ERRORS: list[tuple[Fact, str, str]] = [
    (
        Fact(DetectorCode.NOT_FITTED, {"name": "mine"}),
        "not_fitted",
        "The detector 'mine' has no ratio for kinds it does not know; run `fit` first.",
    ),
    (
        Fact(TrainingCode.MISSING_CHECKPOINT, {"path": "runs/telltale.safetensors"}),
        "missing_checkpoint",
        "There is no checkpoint runs/telltale.safetensors; train the first stages before.",
    ),
    (
        Fact(DetectorCode.DAMAGED_CARD, {"file": "mine.json", "reason": "'papers'"}),
        "damaged_card",
        "The detector's card mine.json is missing or damaged ('papers'); restore it.",
    ),
    (Fact(SettingsCode.SAME_OUTPUT), "wrong_output", "--json and --pdf name the same file; name two."),
    (
        Fact(SettingsCode.EXPLAIN_WITHOUT_OUTPUT),
        "wrong_usage",
        "--explain writes to the report or the JSON; add --pdf or --json OUT.",
    ),
    (
        Fact(SettingsCode.NOTHING_TO_ANALYSE, {}, Fact(MediaCode.UNREADABLE_FOLDER, {"reason": "Permission denied"})),
        "no_pictures",
        "The folder cannot be read (Permission denied); check its permissions.",
    ),
    (
        Fact(SettingsCode.OUTPUT_IS_INPUT, {"path": "a.json"}),
        "wrong_output",
        "a.json is one of the files to analyze and would be lost; name another.",
    ),
    (
        Fact(MediaCode.UNREADABLE_FILE, {"reason": "Permission denied"}),
        "unreadable_file",
        "The file cannot be read (Permission denied); check its permissions.",
    ),
    (
        Fact(MediaCode.UNREADABLE_FOLDER, {"reason": "Permission denied"}),
        "unreadable_folder",
        "The folder cannot be read (Permission denied); check its permissions.",
    ),
    (
        Fact(MediaCode.NO_PICTURES, {"folder": "case 7", "suffixes": ".jpg, .mp4", "videos": True}),
        "no_pictures",
        (
            "There is no picture or video in the folder case 7: files ending in .jpg, .mp4 were wanted; name another "
            "folder, or name the files themselves."
        ),
    ),
    (
        Fact(MediaCode.NO_PICTURES, {"folder": "case 7", "suffixes": ".jpg, .png", "videos": False}),
        "no_pictures",
        (
            "There is no picture in the folder case 7: files ending in .jpg, .png were wanted; name another folder, "
            "or name the files themselves."
        ),
    ),
    (
        Fact(MediaCode.NO_ORDINARY_FILE),
        "unreadable_file",
        "This is no ordinary file; name a picture, a video or a folder.",
    ),
    (Fact(MediaCode.MISSING_FILE), "missing_file", "There is no such file; check the path."),
    (
        Fact(SettingsCode.WRONG_DEVICE, {"came": "'cuda:1'", "cuda": 1}),
        "wrong_setting",
        "TELLTALE_DEVICE must be cpu, cuda or cuda:N of a CUDA device that PyTorch sees here (1 of them), got "
        "'cuda:1': correct it or remove it.",
    ),
    (
        Fact(SettingsCode.WRONG_ENGINE, {"came": "'steam'", "known": "eager, compiled"}),
        "wrong_setting",
        "TELLTALE_ENGINE must be one of eager, compiled, got 'steam': correct it or remove it.",
    ),
    (Fact(SettingsCode.WRONG_STEPS, {"came": -2000}), "wrong_setting", "--steps must be at least 1, got -2000."),
    (Fact(TrainingCode.MISSING_FOLDER, {"folder": "own"}), "missing_data", "There is no folder own; check the path."),
    (Fact(TrainingCode.EMPTY_FOLDER, {"folder": "own"}), "missing_data", "There is no picture in own."),
    (
        Fact(TrainingCode.NO_FITTING_MASK, {"folder": "masks"}),
        "missing_data",
        "No mask in masks has the name of a forged picture; name them alike.",
    ),
    (Fact(SettingsCode.WRONG_SEED, {"came": -1}), "wrong_usage", "--seed must be 0 or more, got -1."),
    (
        Fact(SettingsCode.UNKNOWN_FAMILY, {"name": "swop", "known": "swap, splice"}),
        "unknown_family",
        "There is no family swop; choose all or one of swap, splice.",
    ),
    (
        Fact(MediaCode.NO_FACE_IN_PHOTO, {"photo": "a.jpg"}),
        "no_face",
        "No face was found in a.jpg; name another photograph.",
    ),
    (
        Fact(MediaCode.PHOTO_REFUSED, {"photo": "a.jpg"}, Fact(MediaCode.EMPTY_FILE)),
        "empty_file",
        "a.jpg: The file is empty: a photograph or a video was wanted, 0 bytes came; copy it again.",
    ),
    (
        Fact(SettingsCode.NO_DONOR_PHOTO, {"photo": "a.jpg", "faces": 0}),
        "no_donor",
        (
            "a.jpg has one face and the donor photographs 0: there is nobody to borrow from; name a DONOR_PHOTO with "
            "another face."
        ),
    ),
    (
        Fact(MediaCode.OVER_ORIGINAL, {"option": "--masks", "name": "b.png"}),
        "wrong_output",
        "--masks would write over b.png, one of the files to analyze, which would be lost; name another folder.",
    ),
    (
        Fact(SettingsCode.MISSING_REFERENCE, {"path": "known/a.jpg"}),
        "no_pictures",
        "--reference: known/a.jpg does not exist.",
    ),
    (
        Fact(SettingsCode.NO_REFERENCE),
        "no_pictures",
        "--reference names no picture; name a folder with some, or files.",
    ),
    (
        Fact(SettingsCode.REPORT_TOO_LONG, {"most": 200, "files": 1201}),
        "wrong_usage",
        "A report holds at most 200 files, 1201 came; leave --pdf out or name fewer.",
    ),
    (
        Fact(SettingsCode.REGION_NOT_DRAWN),
        "wrong_usage",
        "The target region has to be drawn on the face, which only the app can do; choose another.",
    ),
    (
        Fact(
            SettingsCode.WRONG_EXPLANATION,
            {},
            Fact(ExplanationCode.UNKNOWN_METHOD, {"came": "'x'", "known": "gradcam, lime"}),
        ),
        "wrong_usage",
        "There is no method 'x'; choose from gradcam, lime.",
    ),
    (Fact(SettingsCode.OUTPUT_IS_FOLDER, {"path": "out"}), "wrong_output", "out is a folder; name a file to write."),
    (
        Fact(SettingsCode.MISSING_OUTPUT_FOLDER, {"folder": "out"}),
        "wrong_output",
        "The folder out does not exist; make it first.",
    ),
    (
        Fact(SettingsCode.LOCKED_OUTPUT_FOLDER, {"folder": "out"}),
        "wrong_output",
        "The folder out cannot be written to; choose another.",
    ),
    (
        Fact(SettingsCode.OUTPUT_FOLDER_NOT_MADE, {"folder": "out", "reason": "Permission denied"}),
        "wrong_output",
        "The folder out cannot be made (Permission denied); choose another.",
    ),
    (
        Fact(DetectorCode.UNKNOWN_DETECTOR, {"name": "'yours'", "known": "telltale, mine"}),
        "unknown_detector",
        "There is no detector 'yours'; there are telltale, mine.",
    ),
    (
        Fact(DetectorCode.CARD_OF_ANOTHER, {"name": "mine", "found": "yours", "network": "btas2019"}),
        "damaged_card",
        (
            "The card of the detector 'mine' names the detector 'yours' and the network 'btas2019'; restore both its "
            "files."
        ),
    ),
    (
        Fact(DetectorCode.WRONG_HASH, {"name": "mine", "found": "0123456789ab", "wanted": "ba9876543210"}),
        "wrong_hash",
        (
            "The weights of the detector 'mine' are not those of its card (SHA-256 0123456789ab… instead of "
            "ba9876543210…); nothing was analyzed. Restore both files."
        ),
    ),
    (
        Fact(DetectorCode.MISSING_WEIGHTS, {"name": "mine", "reason": "Permission denied"}),
        "missing_weights",
        "The weights of the detector 'mine' cannot be read (Permission denied); restore them.",
    ),
    (
        Fact(DetectorCode.WRONG_WEIGHTS, {"name": "mine"}),
        "wrong_weights",
        "The weights of the detector 'mine' do not fit its network in this version of Telltale.",
    ),
    (
        Fact(MediaCode.EMPTY_FILE),
        "empty_file",
        "The file is empty: a photograph or a video was wanted, 0 bytes came; copy it again.",
    ),
    (
        Fact(MediaCode.FILE_TOO_LARGE, {"size": 1234567890, "limit": 200000000}),
        "file_too_large",
        (
            "The file is too large: at most 200 MB can be analyzed, 1234.6 MB came; save the photograph in a format "
            "that compresses."
        ),
    ),
    (
        Fact(MediaCode.TOO_MANY_PIXELS, {"width": 60000, "height": 50000, "limit": 120000000}),
        "too_many_pixels",
        (
            "The picture is too large: at most 120 megapixels can be analyzed, its header declares 60000×50000 "
            "pixels; make a smaller version or cut out the faces in question."
        ),
    ),
    (
        Fact(MediaCode.OUT_OF_MEMORY, {"width": 12000, "height": 9000}),
        "out_of_memory",
        (
            "There is not enough memory for this picture of 12000×9000 pixels; close other programs or make a "
            "smaller version of it."
        ),
    ),
    (
        Fact(DetectorCode.WRONG_RELEASE_FILE, {"file": "autoencoder.safetensors"}),
        "wrong_hash",
        "The weights autoencoder.safetensors are not those of this release; restore them.",
    ),
    (
        Fact(DetectorCode.MISSING_RELEASE_FILE, {"file": "autoencoder.safetensors", "reason": "'weights_sha256'"}),
        "missing_weights",
        (
            "The weights autoencoder.safetensors or their card cannot be read ('weights_sha256'); restore them from "
            "the release."
        ),
    ),
    (
        Fact(DetectorCode.MISSING_MODEL, {"file": "a.pth", "package": "encoder"}),
        "missing_model",
        "The model file a.pth is missing; install the package encoder.",
    ),
    (
        Fact(MediaCode.NOT_A_PICTURE, {"found": "text/plain"}),
        "not_a_picture",
        (
            "The file is not a picture or a video: a JPEG, PNG, WebP, TIFF, BMP or HEIC photograph, or an MP4, MOV, "
            "WebM, MKV, AVI or GIF video was wanted, text came; check that the file is what its name says."
        ),
    ),
    (
        Fact(MediaCode.NOT_A_PICTURE, {"found": "application/octet-stream"}),
        "not_a_picture",
        (
            "The file is not a picture or a video: a JPEG, PNG, WebP, TIFF, BMP or HEIC photograph, or an MP4, MOV, "
            "WebM, MKV, AVI or GIF video was wanted, something else came; check that the file is what its name says."
        ),
    ),
    (
        Fact(MediaCode.NOT_A_PICTURE, {"found": "application/x-made"}),
        "not_a_picture",
        (
            "The file is not a picture or a video: a JPEG, PNG, WebP, TIFF, BMP or HEIC photograph, or an MP4, MOV, "
            "WebM, MKV, AVI or GIF video was wanted, application/x-made came; check that the file is what its name "
            "says."
        ),
    ),
    (
        Fact(MediaCode.NOT_A_VIDEO, {"found": "application/pdf"}),
        "not_a_video",
        (
            "The file is not a video: an MP4, MOV, WebM, MKV, AVI or GIF video was wanted, a PDF came; check that "
            "the file is what its name says."
        ),
    ),
    (
        Fact(MediaCode.NOT_A_VIDEO, {"found": "application/zip"}),
        "not_a_video",
        (
            "The file is not a video: an MP4, MOV, WebM, MKV, AVI or GIF video was wanted, an archive came; check "
            "that the file is what its name says."
        ),
    ),
    (
        Fact(MediaCode.NOT_A_VIDEO, {"found": "image/jpeg"}),
        "not_a_video",
        (
            "The file is not a video: an MP4, MOV, WebM, MKV, AVI or GIF video was wanted, image/jpeg came; check "
            "that the file is what its name says."
        ),
    ),
    (
        Fact(MediaCode.ANIMATED, {"found": "image/png"}),
        "animated",
        (
            "The file is of a type for animated pictures (image/png): one photograph was wanted, not a sequence; "
            "save the frames in question as PNG and analyze those."
        ),
    ),
    (
        Fact(MediaCode.RAW_PICTURE),
        "unsupported_type",
        "The file is a camera's raw picture: a photograph was wanted; develop it and save it as TIFF or JPEG.",
    ),
    (
        Fact(MediaCode.SEVERAL_PAGES),
        "several_pages",
        "The file has several pages: one photograph was wanted; save each page as a file of its own.",
    ),
    (
        Fact(MediaCode.DAMAGED, {}, Fact(DetailCode.SAID_BY_READER, {"reason": "image file is truncated"})),
        "damaged",
        (
            "The picture is damaged or cut off: its data cannot be decoded (image file is truncated); get a complete "
            "copy of the file."
        ),
    ),
    (
        Fact(
            MediaCode.DAMAGED,
            {},
            Fact(DetailCode.SIZES_DIFFER, {"width": 47, "height": 32, "found_width": 48, "found_height": 32}),
        ),
        "damaged",
        (
            "The picture is damaged or cut off: its data cannot be decoded (47×32 pixels declared, 48×32 found); get "
            "a complete copy of the file."
        ),
    ),
    (
        Fact(MediaCode.DAMAGED, {}, Fact(DetailCode.NO_PIXELS_DECLARED, {"width": 0, "height": 5000})),
        "damaged",
        (
            "The picture is damaged or cut off: its data cannot be decoded (its header declares 0×5000 pixels); get "
            "a complete copy of the file."
        ),
    ),
    (
        Fact(MediaCode.DAMAGED, {}, Fact(DetailCode.HEADER_CUT_OFF)),
        "damaged",
        (
            "The picture is damaged or cut off: its data cannot be decoded (the header is cut off); get a complete "
            "copy of the file."
        ),
    ),
    (
        Fact(MediaCode.DAMAGED, {}, Fact(DetailCode.WRONG_WEBP_CHUNK, {"chunk": "b'VP9 '"})),
        "damaged",
        (
            "The picture is damaged or cut off: its data cannot be decoded (a WebP starts with VP8, VP8L or VP8X, "
            "got b'VP9 '); get a complete copy of the file."
        ),
    ),
    (
        Fact(MediaCode.VIDEO, {"found": "video/mp4"}),
        "video",
        (
            "The file is a video (video/mp4): one photograph was wanted here; analyze it as a video, or save the "
            "frames in question as PNG and analyze those."
        ),
    ),
    (
        Fact(MediaCode.UNSUPPORTED_VIDEO, {"found": "video/ogg"}),
        "unsupported_type",
        (
            "Videos of the type video/ogg cannot be analyzed: an MP4, MOV, WebM, MKV, AVI or GIF video was wanted; "
            "convert it to MP4."
        ),
    ),
    (
        Fact(MediaCode.UNSUPPORTED_PICTURE, {"found": "image/avif"}),
        "unsupported_type",
        (
            "Pictures of the type image/avif cannot be analyzed: a JPEG, PNG, WebP, TIFF, BMP or HEIC photograph was "
            "wanted; convert it to PNG or TIFF, which lose nothing."
        ),
    ),
    (Fact(TrainingCode.NO_DONOR), "no_donor", "A swap needs another person's face and got none; give more faces."),
    (
        Fact(MediaCode.NO_FACE_IN_FIRST_FRAME),
        "no_face",
        "No face was found in the first frame; begin where the face is seen.",
    ),
    (
        Fact(TrainingCode.TOO_FEW, {"least": 10, "came": 9, "forged": True}),
        "too_few",
        "At least 10 forged faces are needed and 9 came; add pictures.",
    ),
    (
        Fact(TrainingCode.TOO_FEW, {"least": 10, "came": 9, "forged": False}),
        "too_few",
        "At least 10 untouched faces are needed and 9 came; add pictures.",
    ),
    (Fact(TrainingCode.WRONG_STAGE, {"stages": 4}), "wrong_stage", "There are 4 stages, the first is 0."),
    (
        Fact(TrainingCode.UNKNOWN_IN_MIXTURE, {"came": "'dfcd'"}),
        "wrong_setting",
        "'dfcd' is neither a family nor a pool of this mixture.",
    ),
    (
        Fact(TrainingCode.SWAPPED_BEFORE, {"detector": "telltale", "auc": 0.1249}),
        "swapped_labels",
        (
            "The detector 'telltale' takes the folder of untouched pictures for the forged one (AUC 0.12): the "
            "labels look swapped; check which folder is which."
        ),
    ),
    (
        Fact(TrainingCode.SWAPPED_AFTER, {"auc": 0.3}),
        "swapped_labels",
        (
            "After the training the detector takes the folder of untouched pictures for the forged one (AUC 0.30): "
            "the labels look swapped; check which folder is which."
        ),
    ),
    (
        Fact(TrainingCode.NOTHING_GAINED, {"detector": "telltale"}),
        "nothing_learned",
        (
            "The training gained nothing over 'telltale' on the pictures kept back, so nothing was written: labels "
            "may be wrong, or the forgeries leave no trace the network can learn; check the folders, add pictures or "
            "train for more steps."
        ),
    ),
    (
        Fact(TrainingCode.NO_BETTER_THAN_CHANCE, {"pictures": 1250, "auc": 0.5}),
        "nothing_learned",
        (
            "After the training the detector tells the 1250 pictures kept back no better apart than chance could "
            "(AUC 0.50): labels may be wrong, or the forgeries leave no trace the network can learn; check the "
            "folders, add pictures or train for more steps."
        ),
    ),
    (
        Fact(TrainingCode.SAME_PICTURE, {"pictures": 2, "example": "d.png"}),
        "same_picture",
        (
            "2 of the pictures are in both folders, such as d.png; a picture is either untouched or forged: take it "
            "out of one of them."
        ),
    ),
    (
        Fact(
            TrainingCode.MASK_OF_OTHER_SIZE,
            {"name": "a.png", "width": 4000, "height": 3000, "mask_width": 2000, "mask_height": 1500},
        ),
        "wrong_mask",
        "The mask of a.png has 2000×1500 pixels and the picture 4000×3000; make them of one size.",
    ),
    (
        Fact(TrainingCode.UNREADABLE_MASK, {"name": "a.png"}, Fact(MediaCode.EMPTY_FILE)),
        "wrong_mask",
        (
            "The mask of a.png cannot be read: The file is empty: a photograph or a video was wanted, 0 bytes came; "
            "copy it again."
        ),
    ),
    (
        Fact(TrainingCode.MISSING_ARCHIVE, {"file": "lfw-faces.tar", "folder": "data"}),
        "missing_data",
        "lfw-faces.tar is not in the data folder data.",
    ),
    (
        Fact(TrainingCode.LEAK, {"pictures": 1200, "example": "train-1/a.jpg"}),
        "leak",
        "1200 pictures are not of the training split, such as train-1/a.jpg.",
    ),
    (Fact(TrainingCode.WRONG_MINUTES, {"came": 0.0}), "wrong_setting", "A stretch takes some minutes, got 0.0."),
    (
        Fact(SettingsCode.WRONG_FACES, {"came": "'some'"}),
        "wrong_setting",
        "faces must be 'detect' or 'whole', got 'some'.",
    ),
    (Fact(SettingsCode.WRONG_MAX_FACES, {"came": -1000}), "wrong_setting", "max_faces must be at least 1, got -1000."),
    (
        Fact(SettingsCode.WRONG_SAMPLE_FPS, {"came": 1240.5}),
        "wrong_setting",
        "sample_fps must lie in (0, 240], got 1240.5.",
    ),
    (
        Fact(SettingsCode.WRONG_NAME, {"came": "'a/b'"}),
        "wrong_name",
        "A detector's name has 1 to 32 characters out of a-z, 0-9 and -, and does not begin with -; got 'a/b'.",
    ),
    (
        Fact(SettingsCode.TAKEN_NAME, {"name": "mine"}),
        "taken_name",
        "There is a detector 'mine' already and it is not overwritten; choose another name.",
    ),
    (
        Fact(MediaCode.NO_FRAME_DECODED),
        "no_frames",
        "The video has no frame that can be decoded: pictures were wanted, none came; get a complete copy of it.",
    ),
    (
        Fact(MediaCode.VIDEO_DAMAGED, {}, Fact(DetailCode.SAID_BY_READER, {"reason": "moov atom not found"})),
        "damaged",
        (
            "The video is damaged or cut off: its data cannot be read (moov atom not found); get a complete copy of "
            "the file."
        ),
    ),
    (
        Fact(MediaCode.VIDEO_DAMAGED, {}, Fact(DetailCode.NO_STREAM)),
        "damaged",
        (
            "The video is damaged or cut off: its data cannot be read (there is no stream in it); get a complete "
            "copy of the file."
        ),
    ),
    (
        Fact(MediaCode.NO_FRAMES, {"broken": 1700}),
        "no_frames",
        "The video has no picture that can be decoded (1700 broken pieces came); get a complete copy of the file.",
    ),
    (
        Fact(MediaCode.NO_VIDEO, {}, Fact(StreamCode.COVER_PICTURE, {}, Fact(StreamCode.SOUND))),
        "no_video",
        (
            "The file holds no video: moving pictures were wanted, only a cover picture and sound came; check that "
            "the file is what its name says."
        ),
    ),
    (
        Fact(MediaCode.NO_VIDEO, {}, Fact(StreamCode.DATA, {}, Fact(StreamCode.SUBTITLES))),
        "no_video",
        (
            "The file holds no video: moving pictures were wanted, only data and subtitles came; check that the file "
            "is what its name says."
        ),
    ),
    (
        Fact(MediaCode.UNSUPPORTED_CODEC),
        "unsupported_codec",
        "The video is coded in a way that cannot be decoded here; convert it to H.264 in MP4.",
    ),
    (
        Fact(MediaCode.ENCRYPTED),
        "encrypted",
        "The video is encrypted: pictures that can be decoded were wanted; save it without copy protection.",
    ),
    (
        Fact(MediaCode.VIDEO_GONE, {"reason": "Permission denied"}),
        "file_missing",
        "The video cannot be opened (Permission denied); choose the file again.",
    ),
    (
        Fact(
            SettingsCode.WRONG_LIMIT,
            {"variable": "TELLTALE_MAX_VIDEO_SECONDS", "unit": "seconds", "default": 1800, "came": "'half an hour'"},
        ),
        "wrong_setting",
        (
            "TELLTALE_MAX_VIDEO_SECONDS must be a whole number of seconds above 0, such as 1800; got 'half an hour': "
            "correct it or remove it."
        ),
    ),
    (
        Fact(
            SettingsCode.WRONG_LIMIT,
            {"variable": "TELLTALE_MAX_VIDEO_BYTES", "unit": "bytes", "default": 2000000000, "came": "'half an hour'"},
        ),
        "wrong_setting",
        (
            "TELLTALE_MAX_VIDEO_BYTES must be a whole number of bytes above 0, such as 2000000000; got 'half an "
            "hour': correct it or remove it."
        ),
    ),
    (
        Fact(
            SettingsCode.WRONG_LIMIT,
            {"variable": "TELLTALE_MAX_VIDEO_PIXELS", "unit": "pixels", "default": 12000000, "came": "'half an hour'"},
        ),
        "wrong_setting",
        (
            "TELLTALE_MAX_VIDEO_PIXELS must be a whole number of pixels above 0, such as 12000000; got 'half an "
            "hour': correct it or remove it."
        ),
    ),
    (
        Fact(MediaCode.VIDEO_TOO_LARGE, {"size": 2000050001, "limit": 2000000000}),
        "file_too_large",
        (
            "The video is too large: at most 2000 MB can be analyzed, 2000.1 MB or more came; cut out the part in "
            "question, or set TELLTALE_MAX_VIDEO_BYTES higher."
        ),
    ),
    (
        Fact(MediaCode.FRAMES_TOO_LARGE, {"width": 7680, "height": 4320, "pixels": 33177600, "limit": 8847360}),
        "too_many_pixels",
        (
            "The frames are too large: at most 8.84736 megapixels can be analyzed, 7680×4320 pixels came; make a "
            "smaller version of the video, or set TELLTALE_MAX_VIDEO_PIXELS to 33177600 or more."
        ),
    ),
    (
        Fact(MediaCode.EMPTY_VIDEO),
        "empty_file",
        "The file is empty: an MP4, MOV, WebM, MKV, AVI or GIF video was wanted, 0 bytes came; copy it again.",
    ),
    (
        Fact(MediaCode.FRAME_LOST, {"seconds": 1234.56}),
        "damaged",
        (
            "The frame at 1234.6 seconds cannot be found again: the file has changed since it was analyzed; analyze "
            "it once more."
        ),
    ),
    (
        Fact(MediaCode.NOT_KEPT, {"folder": "videos", "reason": "Permission denied"}),
        "not_kept",
        (
            "The file cannot be kept in videos (Permission denied); set TELLTALE_HOME to a folder that can be "
            "written to."
        ),
    ),
    (
        Fact(MediaCode.DISK_FULL, {"folder": "videos"}),
        "disk_full",
        "There is no room for the file in videos; free some, or set TELLTALE_HOME to a folder on another disk.",
    ),
    (
        Fact(MediaCode.COPY_TOO_LARGE, {"limit": 200500000}),
        "file_too_large",
        (
            "The marked copy would be larger than 200.5 MB; on the command line, `python -m forensics analyze VIDEO "
            "--annotated FOLDER` writes it at any size."
        ),
    ),
    (
        Fact(MediaCode.NOT_WRITTEN, {"reason": "Not yet implemented in FFmpeg"}),
        "not_written",
        (
            "The marked copy cannot be written as MP4 (Not yet implemented in FFmpeg); convert the video to MP4 with "
            "H.264 and analyze that."
        ),
    ),
    (
        Fact(ExplanationCode.NOT_FINITE, {"method": "Grad-CAM"}),
        "not_finite",
        "Grad-CAM gave no finite map for this face; use the other methods.",
    ),
    (
        Fact(ExplanationCode.NOTHING_MOVES_TARGET, {"method": "Occlusion", "target": "fake_evidence"}),
        "empty",
        "Occlusion found nothing in this face that moves evidence of manipulation (class logit).",
    ),
    (
        Fact(ExplanationCode.NOTHING_MOVES_TARGET, {"method": "Occlusion", "target": "real_evidence"}),
        "empty",
        (
            "Occlusion found nothing in this face that moves evidence of an untouched face (activation of the "
            "untouched half)."
        ),
    ),
    (
        Fact(ExplanationCode.NOTHING_MOVES_TARGET, {"method": "Occlusion", "target": "masked_area"}),
        "empty",
        (
            "Occlusion found nothing in this face that moves the masked area (mean mask logit inside the network's "
            "mask)."
        ),
    ),
    (
        Fact(ExplanationCode.NOTHING_MOVES_TARGET, {"method": "Occlusion", "target": "reconstruction_error"}),
        "empty",
        "Occlusion found nothing in this face that moves the reconstruction error (mean difference).",
    ),
    (
        Fact(ExplanationCode.NOTHING_MOVES_TARGET, {"method": "Occlusion", "target": "region"}),
        "empty",
        "Occlusion found nothing in this face that moves a region drawn by hand (mean mask logit inside it).",
    ),
    (
        Fact(ExplanationCode.UNKNOWN_METHOD, {"came": "'x'", "known": "one, two"}),
        "unknown_method",
        "There is no method 'x'; choose from one, two.",
    ),
    (
        Fact(ExplanationCode.UNKNOWN_TARGET, {"came": "'x'", "known": "one, two"}),
        "unknown_target",
        "There is no target 'x'; choose from one, two.",
    ),
    (
        Fact(ExplanationCode.UNKNOWN_BASELINE, {"came": "'x'", "known": "one, two"}),
        "unknown_baseline",
        "There is no baseline 'x'; choose from one, two.",
    ),
    (
        Fact(ExplanationCode.INCOMPLETE, {"missing": 0.012345, "range": 1234.5, "steps": 1024}),
        "incomplete",
        (
            "Integrated Gradients does not add up for this face: 0.0123 of the 1.23e+03 that the answer changes by "
            "on the way from the baseline to the face are missing after 1024 steps, so its map is not shown; use the "
            "other methods."
        ),
    ),
    (
        Fact(ExplanationCode.PARTS_NOT_FINITE),
        "not_finite",
        "The network gives no finite answer for this face with parts of it replaced; use the other methods.",
    ),
    (
        Fact(ExplanationCode.NOT_EXPLAINED, {"network": "One pass"}),
        "not_explained",
        "The maps explain networks that look at one face at a time; One pass is none.",
    ),
    (
        Fact(ExplanationCode.ONE_PART),
        "one_part",
        "This face cannot be divided into parts, it is too small or nothing but noise; use the other methods.",
    ),
    (
        Fact(ExplanationCode.NO_MASK),
        "no_mask",
        (
            "The network's mask marks no pixel of this face, so there is no masked area to explain; choose another "
            "target."
        ),
    ),
    (
        Fact(ExplanationCode.NO_REGION),
        "no_region",
        "The region drawn holds no pixel of this face; draw it on the face.",
    ),
    (
        Fact(FailureCode.FAULT),
        "fault",
        "A fault in Telltale stopped the analysis of this file; the log says where. The file is unharmed.",
    ),
    (
        Fact(FailureCode.VIDEO_FAULT),
        "fault",
        (
            "A fault in Telltale stopped the analysis of this video; the log says where. The file is unharmed, what "
            "was finished is kept, and starting again goes on from there."
        ),
    ),
    (
        Fact(FailureCode.UNWRITABLE, {"reason": "Disk full"}),
        "unwritable",
        (
            "The analysis could not be kept on the disk (Disk full); make room or check the permissions of the "
            "folder of Telltale's data, then start again."
        ),
    ),
    (
        Fact(FailureCode.FINDINGS_NOT_KEPT, {"reason": "Disk full"}),
        "not_kept",
        "What is found could not be kept on the disk (Disk full); make room and try again.",
    ),
]
