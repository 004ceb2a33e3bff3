//! `DynamicDNS::create`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `DynamicDNS::create`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The description.
    pub description: Option<String>,
}

/// What `create` answers.
#[derive(Output)]
pub struct Reply {
    /// Created time, as a Unix time.
    pub created_time: UnixTime,
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct Create;

impl Function for Create {
    const NAME: &'static str = "create";
    const NEEDS: Needs = Needs::Features(&["dynamicdns"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
