//! `Fileman::fileop`

use api::ports::HomePath;
use api::{Cx, Effect, Error, FilePath, Function, Input, Needs, Output, Result, Word};
use functions::domain::files::{Home, Permissions, trash};

/// Does one thing to one or several files.
#[derive(Input)]
pub struct Params {
    /// What is done.
    pub op: Op,
    /// The files, with commas between.
    pub sourcefiles: String,
    /// Where they come to, of `copy`, `move` and `rename`: one place each, or one folder for all.
    #[param(default = "")]
    pub destfiles: String,
    /// Who may do what with them, of `chmod`: three octal digits.
    pub metadata: Option<Permissions>,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Op {
    /// They are copied.
    #[word("copy")]
    Copy,
    /// They are moved.
    #[word("move")]
    Move,
    /// They get other names.
    #[word("rename")]
    Rename,
    /// It is said who may do what with them.
    #[word("chmod")]
    Chmod,
    /// They are removed for good.
    #[word("unlink")]
    Unlink,
    /// They go into the trash.
    #[word("trash")]
    Trash,
    /// They come back from the trash.
    #[word("restorefile")]
    Restore,
}

/// What became of a file.
#[derive(Debug, Output)]
pub struct Row {
    /// The file, as the account sees it.
    pub src: String,
    /// Where it came to; empty where it did not go anywhere.
    pub dest: String,
    /// 1: it is done.
    pub result: u8,
    /// Why it is not.
    pub reason: String,
}

/// See [`Params`].
pub struct Fileop;

impl Function for Fileop {
    const NAME: &'static str = "fileop";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let home = Home::own(cx)?;
        let sources = places(&home, "sourcefiles", &params.sourcefiles)?;
        let targets = places(&home, "destfiles", &params.destfiles)?;
        if sources.is_empty() {
            return Err(Error::param("sourcefiles", "must name one file or more."));
        }
        let goes = matches!(params.op, Op::Copy | Op::Move | Op::Rename);
        if goes && targets.len() != 1 && targets.len() != sources.len() {
            return Err(Error::param("destfiles", "must name one place, or one for each file."));
        }
        let mut rows = Vec::new();
        for (number, source) in sources.iter().enumerate() {
            let target = targets.get(number).or(targets.first());
            let done = act(cx, &home, &params, source, target.unwrap_or(source));
            if let (Err(problem), 1) = (&done, sources.len()) {
                return Err(Error::new(problem.kind(), problem.to_string()));
            }
            rows.push(row(&home, source, done));
        }
        Ok(rows)
    }
}

/// Does it to one file; gives where it is now.
fn act(
    cx: &Cx<'_>,
    home: &Home<'_>,
    params: &Params,
    source: &HomePath,
    target: &HomePath,
) -> Result<Option<HomePath>> {
    let (files, account) = (&cx.host.files, &home.account);
    match params.op {
        Op::Copy => home.copy(source, target).map(Some),
        Op::Move | Op::Rename => home.rename(source, target).map(Some),
        Op::Chmod => {
            let mode = params.metadata.ok_or_else(|| Error::param("metadata", "is required"))?;
            files.set_mode(account, source, mode.0).map(|()| None)
        }
        Op::Unlink => files.remove(account, source).map(|()| None),
        Op::Trash => trash::put(cx, home, source).map(|_| None),
        Op::Restore => trash::restore(cx, home, source).map(|_| None),
    }
}

fn row(home: &Home<'_>, source: &HomePath, done: Result<Option<HomePath>>) -> Row {
    let src = home.shown(source);
    match done {
        Ok(dest) => Row {
            src,
            dest: dest.map(|dest| home.shown(&dest)).unwrap_or_default(),
            result: 1,
            reason: String::new(),
        },
        Err(problem) => Row { src, dest: String::new(), result: 0, reason: problem.to_string() },
    }
}

/// Places with commas between.
fn places(home: &Home<'_>, param: &str, text: &str) -> Result<Vec<HomePath>> {
    let paths = text.split(',').map(str::trim).filter(|path| !path.is_empty());
    let place = |path: &str| {
        let path: FilePath =
            path.parse().map_err(|problem: String| Error::param(param, problem))?;
        home.place(param, &path)
    };
    paths.map(place).collect()
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    use crate::fileman::samples;

    fn call(world: &World, form: &[(&str, &str)]) -> api::Result<api::Value> {
        world.api2("alice", "Fileman", "fileop", form).map(|answer| answer.data)
    }

    #[test]
    fn files_are_moved_closed_and_removed() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x", "x");
        let world = samples::with_file(world, "a/y", "y");
        let form = [("op", "move"), ("sourcefiles", "a/x,/home/alice/a/y"), ("destfiles", "mail")];
        let rows = call(&world, &form).unwrap();
        assert_eq!(
            (&rows[1]["dest"], &rows[1]["result"]),
            (&"/home/alice/mail/y".into(), &1.into())
        );
        let form = [("op", "chmod"), ("sourcefiles", "mail/x"), ("metadata", "0600")];
        assert_eq!(call(&world, &form).unwrap()[0]["result"], 1);
        let form = [("op", "unlink"), ("sourcefiles", "mail/x,mail/none")];
        let rows = call(&world, &form).unwrap();
        assert_eq!((&rows[0]["result"], &rows[1]["result"]), (&1.into(), &0.into()));
        assert_eq!(rows[1]["reason"], "path: “mail/none” is not there.");
        assert_eq!(samples::text(&world, "mail/y"), "y");
    }

    #[test]
    fn what_cannot_be_done_is_told() {
        let world = samples::with_file(World::new().account("alice", "root"), "a/x", "x");
        for (form, said) in [
            (vec![("op", "extract"), ("sourcefiles", "a/x")], "op: “extract” is none of"),
            (vec![("op", "copy"), ("sourcefiles", "a/x")], "destfiles: must name one place"),
            (vec![("op", "unlink"), ("sourcefiles", "../bob")], "sourcefiles: “../bob” climbs"),
            (vec![("op", "unlink"), ("sourcefiles", ",")], "sourcefiles: must name"),
            (vec![("op", "chmod"), ("sourcefiles", "a/x")], "metadata: is required"),
        ] {
            let problem = call(&world, &form).unwrap_err().to_string();
            assert!(problem.starts_with(said), "{problem}");
        }
    }
}
