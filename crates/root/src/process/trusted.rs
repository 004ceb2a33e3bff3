//! The layout's file: believed only where nobody but root could have written it.

use std::{
    fs::{self, Metadata},
    io,
    os::unix::fs::MetadataExt,
    path::Path,
};

use crate::Layout;

/// Reads the layout from a file of root's, in folders of root's.
pub(crate) fn layout(path: &Path) -> io::Result<Layout> {
    let path = fs::canonicalize(path).map_err(|cause| said(path, cause))?;
    for place in path.ancestors() {
        let is = fs::symlink_metadata(place).map_err(|cause| said(place, cause))?;
        if !roots_alone(&is) {
            return Err(said(place, "is not root's, or others may write it"));
        }
    }
    let text = fs::read_to_string(&path).map_err(|cause| said(&path, cause))?;
    let layout: Layout = toml::from_str(&text).map_err(|cause| said(&path, cause))?;
    absolute(&layout).map_err(|cause| said(&path, cause))?;
    Ok(layout)
}

/// Whether root alone decides what it holds. In a sticky folder, nobody takes another's file away.
fn roots_alone(is: &Metadata) -> bool {
    let sticky_folder = is.is_dir() && is.mode() & 0o1000 != 0;
    is.uid() == 0 && (is.mode() & 0o022 == 0 || sticky_folder)
}

fn absolute(layout: &Layout) -> Result<(), &'static str> {
    let Layout { config, state, run, logs, homes, skeleton, users, .. } = layout;
    let all = [config, state, run, logs, homes, skeleton, users];
    let plain = |path: &Path| path.is_absolute() && path.components().count() > 1;
    if all.into_iter().all(|path| plain(path)) {
        return Ok(());
    }
    Err("the folders of a layout are absolute, and none is the root")
}

fn said(path: &Path, cause: impl std::fmt::Display) -> io::Error {
    io::Error::other(format!("{}: {cause}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, chown};

    use super::*;

    fn written(text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("layout.toml");
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        (folder, path)
    }

    #[test]
    fn a_layout_of_roots_is_read() {
        let (_folder, path) = written("homes = '/srv/homes'\nsupervision = 'own'\n");
        assert_eq!(layout(&path).unwrap().homes, Path::new("/srv/homes"));
    }

    #[test]
    fn a_layout_that_others_may_write_is_refused() {
        let (_folder, path) = written("");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        assert!(layout(&path).unwrap_err().to_string().ends_with("or others may write it"));
    }

    #[test]
    fn a_layout_of_another_user_or_in_its_folder_is_refused() {
        let (folder, path) = written("");
        chown(&path, Some(33), None).unwrap();
        assert!(layout(&path).is_err());
        chown(&path, Some(0), None).unwrap();
        chown(folder.path(), Some(33), None).unwrap();
        assert!(layout(&path).is_err());
    }

    #[test]
    fn a_layout_with_a_word_too_many_or_a_relative_path_is_refused() {
        for text in ["hommes = '/home'", "homes = 'home'", "config = '/'"] {
            let (_folder, path) = written(text);
            assert!(layout(&path).is_err(), "{text}");
        }
    }
}
