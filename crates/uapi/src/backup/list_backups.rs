//! `Backup::list_backups`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Backup::list_backups`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ListBackups;

impl Function for ListBackups {
    const NAME: &'static str = "list_backups";
    const NEEDS: Needs = Needs::Features(&["backup"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
