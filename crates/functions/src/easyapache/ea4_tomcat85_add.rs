//! `ea4_tomcat85_add`

use api::{Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Give an account a private Tomcat 8.5 instance (guess from the name).
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: UserName,
}

/// See [`Params`].
pub struct Ea4Tomcat85Add;

impl Function for Ea4Tomcat85Add {
    const NAME: &'static str = "ea4_tomcat85_add";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
