//! `Fileman::mkdir`

use api::ports::Usage;
use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::{self, Home, Permissions, room};

/// Makes a folder.
#[derive(Input)]
pub struct Params {
    /// The folder in which it is made; the home where absent.
    #[param(default = "")]
    pub path: FilePath,
    /// Its name.
    pub name: String,
    /// Who may do what with it: three octal digits.
    #[param(default = Permissions(0o755))]
    pub permissions: Permissions,
}

/// What was made.
#[derive(Debug, Output)]
pub struct Row {
    /// The folder in which it is, as the account sees it.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Who may do what with it: octal digits.
    pub permissions: String,
}

/// See [`Params`].
pub struct Mkdir;

impl Function for Mkdir {
    const NAME: &'static str = "mkdir";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let home = Home::own(cx)?;
        let folder = home.place("path", &params.path)?;
        let place = home.within("name", &folder, &params.name)?;
        if cx.host.files.find(&home.account, &place)?.is_some() {
            return Err(files::exists(&place));
        }
        room::check(cx.host, &home.account, Usage { disk: 0, inodes: 1 })?;
        cx.host.files.make_folder(&home.account, &place)?;
        cx.host.files.set_mode(&home.account, &place, params.permissions.0)?;
        let permissions = format!("0{:o}", params.permissions.0);
        Ok(vec![Row { path: home.shown(&folder), name: params.name, permissions }])
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    use crate::fileman::samples;

    #[test]
    fn folders_and_empty_files_are_made_once() {
        let world = World::new().account("alice", "root");
        let form = [("path", "public_html"), ("name", "new"), ("permissions", "0750")];
        for function in ["mkdir", "mkfile"] {
            let made = world.api2("alice", "Fileman", function, &form);
            if function == "mkdir" {
                let made = made.unwrap().data;
                assert_eq!(
                    (&made[0]["path"], &made[0]["permissions"]),
                    (&"/home/alice/public_html".into(), &"0750".into())
                );
            } else {
                assert_eq!(
                    made.unwrap_err().to_string(),
                    "path: “public_html/new” is there already."
                );
            }
        }
        let form = [("path", ""), ("name", "x.txt")];
        world.api2("alice", "Fileman", "mkfile", &form).unwrap();
        assert_eq!(samples::text(&world, "x.txt"), "");
        let said = world.api2("alice", "Fileman", "mkdir", &[("name", "../x")]).unwrap_err();
        assert!(said.to_string().starts_with("name: may not have"), "{said}");
    }
}
