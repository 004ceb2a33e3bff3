//! `ClamScanner::list_infected_files`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `ClamScanner::list_infected_files`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The file.
    pub file: String,
    /// The virus type.
    pub virus_type: String,
}

/// See [`Params`].
pub struct ListInfectedFiles;

impl Function for ListInfectedFiles {
    const NAME: &'static str = "list_infected_files";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
