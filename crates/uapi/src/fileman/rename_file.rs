//! `Fileman::rename_file`

use api::{Cx, Effect, Error, FilePath, Function, Input, Needs, Output, Result};
use functions::domain::files::Home;

/// Gives a file or a folder another name in the same folder.
#[derive(Input)]
pub struct Params {
    /// What is renamed.
    pub source: FilePath,
    /// Its new place, in the same folder.
    pub destination: FilePath,
}

/// What `rename_file` answers: where both are, as the account sees them.
#[derive(Output)]
pub struct Reply {
    /// From where.
    pub src: String,
    /// To where.
    pub dest: String,
}

/// See [`Params`].
pub struct RenameFile;

impl Function for RenameFile {
    const NAME: &'static str = "rename_file";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let home = Home::own(cx)?;
        let from = home.place("source", &params.source)?;
        let to = home.place("destination", &params.destination)?;
        if from.parent() != to.parent() {
            return Err(Error::param("destination", "must be in the same folder; see move_file."));
        }
        cx.host.files.rename(&home.account, &from, &to)?;
        Ok(Reply { src: home.shown(&from), dest: home.shown(&to) })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{fileman::samples, testing::Calls as _};

    #[test]
    fn a_name_changes_within_its_folder() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x.txt", "text");
        let rename = |destination: &str| {
            let form = [("source", "a/x.txt"), ("destination", destination)];
            world.uapi("alice", "Fileman", "rename_file", &form)
        };
        assert!(rename("y.txt").unwrap_err().to_string().starts_with("destination: must be in"));
        rename("/home/alice/a/y.txt").unwrap();
        assert_eq!(samples::text(&world, "a/y.txt"), "text");
    }
}
