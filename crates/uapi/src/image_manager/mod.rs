//! The module `ImageManager` of UAPI: a file a function.

pub mod convert_file;
pub mod create_thumbnails;
pub mod get_dimensions;
pub mod resize_image;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ImageManager",
    functions: &[
        Entry::of::<convert_file::ConvertFile>(),
        Entry::of::<create_thumbnails::CreateThumbnails>(),
        Entry::of::<get_dimensions::GetDimensions>(),
        Entry::of::<resize_image::ResizeImage>(),
    ],
};
