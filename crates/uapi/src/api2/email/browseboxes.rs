//! `Email::browseboxes` of cPanel API 2

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result};

use crate::email::browse_mailbox::{self, BrowseMailbox, Item};

/// Lists what lies in the folder of mail.
#[derive(Input)]
pub struct Params {
    /// Only this mailbox.
    pub account: Option<EmailAddress>,
    /// Only this folder; `default` or `mail` for all.
    pub dir: Option<String>,
    /// Whether hidden ones are listed.
    #[param(default = 0)]
    pub showdotfiles: Flag,
}

/// See [`Params`].
pub struct Browseboxes;

impl Function for Browseboxes {
    const NAME: &'static str = "browseboxes";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (account, dir, showdotfiles) = (params.account, params.dir, params.showdotfiles);
        BrowseMailbox::run(cx, browse_mailbox::Params { account, dir, showdotfiles })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn mailboxes_are_listed() {
        let world = world();
        let rows = world.api2("amy", "Email", "browseboxes", &[("dir", "amy.test")]).unwrap().data;
        assert_eq!(rows[0]["file"], "info");
        assert!(world.api2("amy", "Email", "browseboxes", &[("dir", "..")]).is_err());
    }
}
