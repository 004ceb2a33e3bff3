//! `Email::add_list`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, Secret, reply};

/// Creates a Mailman mailing list.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// List name without domain.
    pub list: String,
    /// The password.
    pub password: Secret,
    /// 1 private, 0 public.
    #[param(default = 0)]
    pub private: Flag,
    /// Rebuildonly: rebuild an existing list.
    #[param(default = 0)]
    pub rebuildonly: Flag,
}

/// See [`Params`].
pub struct AddList;

impl Function for AddList {
    const NAME: &'static str = "add_list";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
