//! A publish on a disk that is full: refused with the disk's own reason, nothing changed, nothing left, and
//! done once there is room.

use std::{fs, path::Path, process::Command};

use root::{Change, Kind, Managed, Supervision, Verb};

use crate::process::Place;

/// A small disk at a folder, gone when it is dropped.
struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    fn mount(folder: &'a Path, options: &str) -> Self {
        let mut mount = Command::new("/usr/bin/mount");
        mount.args(["-t", "tmpfs", "-o", options, "none"]).arg(folder);
        assert!(mount.status().unwrap().success());
        Self(folder)
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        Command::new("/usr/bin/umount").arg("--lazy").arg(self.0).status().unwrap();
    }
}

fn change(name: &str, content: &[u8]) -> Change {
    let file = Managed { kind: Kind::MailSender, name: name.parse().unwrap() };
    Change { file, content: Some(content.to_vec()) }
}

/// Publishes what does not fit, on a disk that `fill` fills, then frees it.
fn refused_and_then_done(options: &str, fill: impl Fn(&Path), free: impl Fn(&Path)) {
    let place = Place::new(Supervision::Own);
    let config = &place.layout.config;
    let _disk = Disk::mount(config, options);
    let process = place.start(&[]).unwrap();
    process.client.call(&Verb::Publish(vec![change("old", b"one")])).unwrap();
    fill(config);
    let two = vec![1; 100 << 10];
    let publish = || Verb::Publish(vec![change("new", &two), change("old", &two)]);
    let refusal = process.client.call(&publish()).err().unwrap().to_string();
    assert!(refusal.contains("No space left on device"), "{refusal}");
    let path = |name: &str| change(name, b"").file.path(&place.layout);
    assert_eq!(fs::read(path("old")).unwrap(), b"one");
    assert!(!path("new").exists());
    assert_eq!(fs::read_dir(config.join(".staged")).unwrap().count(), 0);
    free(config);
    process.client.call(&publish()).unwrap();
    assert_eq!(fs::read(path("old")).unwrap(), two);
    assert!(process.end().success());
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn a_disk_without_bytes() {
    let filler = |config: &Path| config.join("filler");
    let fill = |config: &Path| fs::write(filler(config), vec![0; 900 << 10]).unwrap();
    refused_and_then_done("size=1m", fill, |config| fs::remove_file(filler(config)).unwrap());
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn a_disk_without_inodes() {
    let filler = |config: &Path| config.join("filler");
    let fill = |config: &Path| {
        fs::create_dir(filler(config)).unwrap();
        let file = |number: u32| filler(config).join(number.to_string());
        let fits = (0..100).take_while(|&number| fs::write(file(number), "").is_ok()).count();
        assert!(fits < 100);
        // Room for a folder or two, so that it fails in the middle.
        fs::remove_file(file(0)).unwrap();
        fs::remove_file(file(1)).unwrap();
    };
    refused_and_then_done("size=2m,nr_inodes=40", fill, |config| {
        fs::remove_dir_all(filler(config)).unwrap();
    });
}
