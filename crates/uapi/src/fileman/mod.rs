//! The module `Fileman` of UAPI: a file a function.

pub mod autocompletedir;
pub mod copy_file;
pub mod delete_file;
pub mod empty_trash;
pub mod get_file_content;
pub mod get_file_information;
pub mod list_files;
pub mod move_file;
pub mod rename_file;
pub mod restore_from_trash;
pub mod save_file_content;
pub mod transcode;
pub mod trash_file;
pub mod upload_files;

#[cfg(test)]
pub(crate) mod samples;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Fileman",
    functions: &[
        Entry::of::<autocompletedir::Autocompletedir>(),
        Entry::of::<copy_file::CopyFile>(),
        Entry::of::<delete_file::DeleteFile>(),
        Entry::of::<empty_trash::EmptyTrash>(),
        Entry::of::<get_file_content::GetFileContent>(),
        Entry::of::<get_file_information::GetFileInformation>(),
        Entry::of::<list_files::ListFiles>(),
        Entry::of::<move_file::MoveFile>(),
        Entry::of::<rename_file::RenameFile>(),
        Entry::of::<restore_from_trash::RestoreFromTrash>(),
        Entry::of::<save_file_content::SaveFileContent>(),
        Entry::of::<transcode::Transcode>(),
        Entry::of::<trash_file::TrashFile>(),
        Entry::of::<upload_files::UploadFiles>(),
    ],
};
