//! `Fileman::upload_files`

use api::ports::{HomePath, Write};
use api::{Cx, Effect, Error, FilePath, Flag, Function, Input, Needs, Output, Result, Upload};
use functions::domain::files::{Home, Permissions, disk::DiskInfo};

/// Keeps files that are sent along with the call, as parts `file-0`, `file-1` and so on of a
/// `multipart/form-data` body.
#[derive(Input)]
pub struct Params {
    /// The files, each under the name that its part gives it.
    #[param(uploads)]
    pub file: Vec<Upload>,
    /// The folder, which is made where there is none; the home where absent.
    #[param(default = "")]
    pub dir: FilePath,
    /// 0: a file that is there already is not replaced.
    #[param(default = 0)]
    pub overwrite: Flag,
    /// Who may do what with the files: three octal digits.
    #[param(default = "0644")]
    pub permissions: Permissions,
    /// 1: says how much room is left, too.
    #[param(default = 0)]
    pub get_disk_info: Flag,
}

/// What `upload_files` answers.
#[derive(Output)]
pub struct Reply {
    /// How many files are kept.
    pub succeeded: usize,
    /// How many are not.
    pub failed: usize,
    /// How many are kept with a warning.
    pub warned: usize,
    /// Each file.
    pub uploads: Vec<Kept>,
    /// How much room is left.
    #[param(absent)]
    pub diskinfo: Option<DiskInfo>,
}

/// What became of a file.
#[derive(Output)]
pub struct Kept {
    /// Its name.
    pub file: String,
    /// Whether it is kept.
    pub status: Flag,
    /// Why it is not.
    pub reason: String,
    /// Its length in bytes; null where it is not kept.
    pub size: Option<usize>,
    /// What to know of it.
    pub warnings: Vec<String>,
}

/// See [`Params`].
pub struct UploadFiles;

impl Function for UploadFiles {
    const NAME: &'static str = "upload_files";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if params.file.is_empty() {
            let problem = "You must specify at least one file to upload.";
            return Err(Error::param("file-0", problem));
        }
        let home = Home::own(cx)?;
        let folder = home.place("dir", &params.dir)?;
        cx.host.files.make_folder(&home.account, &folder)?;
        let how = Write { replace: params.overwrite.0, mode: Some(params.permissions.0) };
        let mut uploads: Vec<Kept> = Vec::new();
        for upload in &params.file {
            let name = other_name(&upload.name, &uploads);
            uploads.push(keep(&home, &folder, name, &upload.content, how));
        }
        let succeeded = uploads.iter().filter(|kept| kept.status.0).count();
        if succeeded == 0 {
            let reasons: Vec<_> = uploads.iter().map(|kept| kept.reason.as_str()).collect();
            let problem = "Failed to upload any of the requested files with various failures.";
            return Err(Error::new(
                api::Kind::Conflict,
                format!("{problem} {}", reasons.join(" ")),
            ));
        }
        let info = params.get_disk_info.0;
        Ok(Reply {
            succeeded,
            failed: uploads.len() - succeeded,
            warned: 0,
            uploads,
            diskinfo: if info { Some(DiskInfo::of(cx.host, &home)?) } else { None },
        })
    }
}

/// Keeps one file.
fn keep(home: &Home<'_>, folder: &HomePath, name: String, content: &[u8], how: Write) -> Kept {
    let place = if name.contains(['`', ';']) {
        Err(Error::param("file", format!("“{name}” has a character that may not stand in a name.")))
    } else {
        home.within("file", folder, &name)
    };
    match place.and_then(|place| home.write(&place, content, how)) {
        Ok(()) => Kept {
            file: name,
            status: Flag(true),
            reason: String::new(),
            size: Some(content.len()),
            warnings: Vec::new(),
        },
        Err(problem) => Kept {
            file: name,
            status: Flag(false),
            reason: problem.to_string(),
            size: None,
            warnings: Vec::new(),
        },
    }
}

/// The name of a file, or another one like it where a file before it in the call has that.
fn other_name(name: &str, before: &[Kept]) -> String {
    let taken = |name: &str| before.iter().any(|kept| kept.file == name);
    let (stem, ending) =
        name.rsplit_once('.').map_or((name, None), |(stem, end)| (stem, Some(end)));
    let mut free = name.to_owned();
    let mut number = 1;
    while taken(&free) {
        number += 1;
        let ending = ending.map(|ending| format!(".{ending}")).unwrap_or_default();
        free = format!("{stem}-{number}{ending}");
    }
    free
}

#[cfg(test)]
mod tests {
    use api::{Form, Upload, Value};
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    fn upload(world: &World, form: &[(&str, &str)], files: &[(&str, &[u8])]) -> api::Result<Value> {
        let mut sent: Form =
            form.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        for (name, content) in files {
            sent.push_upload(Upload { name: (*name).to_owned(), content: (*content).into() });
        }
        let entry = crate::find("Fileman", "upload_files").unwrap();
        world.account_call(&world.account_caller("alice"), entry, &sent).map(|answer| answer.data)
    }

    #[test]
    fn files_of_any_bytes_are_kept_under_their_names() {
        let world = World::new().account("alice", "root");
        let files: [(&str, &[u8]); 2] = [("a.bin", b"\xff\x00\r\n"), ("a.bin", b"two")];
        let form = [("dir", "public_html/new"), ("permissions", "0600"), ("get_disk_info", "1")];
        let kept = upload(&world, &form, &files).unwrap();
        assert_eq!((&kept["succeeded"], &kept["failed"]), (&2.into(), &0.into()));
        assert_eq!(kept["uploads"][0]["size"], 4);
        assert_eq!(kept["uploads"][1]["file"], "a-2.bin");
        assert_eq!(samples::bytes(&world, "public_html/new/a.bin"), b"\xff\x00\r\n");
        assert_eq!(samples::text(&world, "public_html/new/a-2.bin"), "two");
        assert_eq!(kept["diskinfo"]["file_upload_max_bytes"], "16777216.00");
        let form = [("path", "public_html/new/a.bin")];
        let facts = world.uapi_data("alice", "Fileman", "get_file_information", &form);
        assert_eq!(facts["nicemode"], 600);
    }

    #[test]
    fn a_file_that_is_there_is_replaced_only_on_demand() {
        let world = World::new().account("alice", "root");
        upload(&world, &[], &[("x", b"one")]).unwrap();
        let some = upload(&world, &[], &[("x", b"two"), ("y", b"new")]).unwrap();
        assert_eq!((&some["succeeded"], &some["failed"]), (&1.into(), &1.into()));
        assert_eq!(some["uploads"][0]["reason"], "path: “x” is there already.");
        assert_eq!(samples::text(&world, "x"), "one");
        upload(&world, &[("overwrite", "1")], &[("x", b"two")]).unwrap();
        assert_eq!(samples::text(&world, "x"), "two");
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        let world = World::new().account("alice", "root");
        for name in ["..", "../x", "a/b", "a`b", "a;b", "a\nb", ""] {
            let said = upload(&world, &[], &[(name, b"x")]).unwrap_err().to_string();
            assert!(said.starts_with("Failed to upload any"), "{said}");
        }
        let said = upload(&world, &[], &[]).unwrap_err().to_string();
        assert_eq!(said, "file-0: You must specify at least one file to upload.");
        let said = upload(&world, &[("permissions", "4755")], &[("x", b"x")]).unwrap_err();
        assert!(said.to_string().starts_with("permissions: "), "{said}");
    }
}
