//! `WebDisk::set_permissions`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The perms.
    pub perms: Perms,
    /// The user.
    pub user: EmailAddress,
}

/// What `perms` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Perms {
    /// `ro`.
    #[word("ro")]
    Ro,
    /// `rw`.
    #[word("rw")]
    Rw,
}

/// See [`Params`].
pub struct SetPermissions;

impl Function for SetPermissions {
    const NAME: &'static str = "set_permissions";
    const NEEDS: Needs = Needs::Features(&["webdisk"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
