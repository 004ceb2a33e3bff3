//! A disk whose power can be cut at any instant.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// A small ext4 in an image, which lies on another small ext4. While that one is frozen, nothing reaches
/// the image: what is copied then is what the kernel had written to the disk by that instant, in whatever
/// work it was. What waits in memory only is lost, as with the power.
pub(super) struct Disk {
    folder: TempDir,
}

impl Disk {
    /// An empty disk of that size, mounted.
    pub(super) fn new(mebibytes: u32) -> Self {
        let layers = std::env::var_os("INNKEEPER_TEST_LAYERS").unwrap();
        let disk = Self { folder: tempfile::tempdir_in(layers).unwrap() };
        // Room for what the outer one keeps of itself.
        format(&disk.below("outer.img"), mebibytes + mebibytes / 8 + 8);
        attach(&disk.below("outer.img"), &disk.below("outer"));
        format(&disk.image(), mebibytes);
        attach(&disk.image(), &disk.place());
        disk
    }

    /// Where it is mounted.
    pub(super) fn place(&self) -> PathBuf {
        self.below("disk")
    }

    /// Has all that is on it last: what a test put there is not what it is about.
    pub(super) fn settle(&self) {
        run("sync", &[Path::new("--file-system"), &self.place()]);
    }

    /// Cuts the power, as far as a copy of the disk is concerned.
    pub(super) fn cut(&self) -> Cut {
        let image = tempfile::NamedTempFile::new_in(self.folder.path()).unwrap();
        let frozen = Frozen::new(self.below("outer"));
        run("cp", &[Path::new("--sparse=always"), &self.image(), image.path()]);
        // Nobody wrote meanwhile.
        run("cmp", &[self.image().as_path(), image.path()]);
        drop(frozen);
        Cut { image: image.into_temp_path(), place: self.below("cut") }
    }

    fn image(&self) -> PathBuf {
        self.below("outer/disk.img")
    }

    fn below(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        for place in [self.place(), self.below("outer")] {
            detach(&place);
        }
    }
}

/// What a cut left on the disk.
pub(super) struct Cut {
    image: tempfile::TempPath,
    place: PathBuf,
}

impl Cut {
    /// Mounts it, as a machine that starts again does.
    pub(super) fn mount(&self) -> Mounted {
        attach(&self.image, &self.place);
        Mounted(self.place.clone())
    }
}

/// A disk that is mounted.
pub(super) struct Mounted(PathBuf);

impl Mounted {
    /// Where.
    pub(super) fn place(&self) -> &Path {
        &self.0
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        detach(&self.0);
    }
}

/// A file system that takes no writes until this is dropped.
struct Frozen(PathBuf);

impl Frozen {
    fn new(place: PathBuf) -> Self {
        run("fsfreeze", &[Path::new("--freeze"), &place]);
        Self(place)
    }
}

impl Drop for Frozen {
    fn drop(&mut self) {
        run("fsfreeze", &[Path::new("--unfreeze"), &self.0]);
    }
}

fn format(image: &Path, mebibytes: u32) {
    fs::File::create(image).unwrap().set_len(u64::from(mebibytes) << 20).unwrap();
    run("mkfs.ext4", &[Path::new("-q"), image]);
}

fn attach(image: &Path, place: &Path) {
    fs::create_dir_all(place).unwrap();
    run("mount", &[Path::new("-o"), Path::new("loop"), image, place]);
}

fn detach(place: &Path) {
    drop(Command::new("umount").arg("--lazy").arg(place).status());
}

fn run(program: &str, arguments: &[&Path]) {
    let status = Command::new(program).args(arguments).status().unwrap();
    assert!(status.success(), "{program} {arguments:?}");
}
