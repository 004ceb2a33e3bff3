//! `add_configclusterserver`

use api::{Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Add a server to the configuration cluster.
#[derive(Input)]
pub struct Params {
    /// Remote access key in truncated form, colon-separated hex pairs in the example.
    pub key: String,
    /// The name: remote server's name.
    pub name: String,
    /// The user: root-level user there.
    pub user: UserName,
}

/// See [`Params`].
pub struct AddConfigclusterserver;

impl Function for AddConfigclusterserver {
    const NAME: &'static str = "add_configclusterserver";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
