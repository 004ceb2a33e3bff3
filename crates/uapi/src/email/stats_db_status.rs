//! `Email::stats_db_status`

use api::{Account, Cx, Effect, Function, Input, Needs, Result, Word};

/// Says whether the log of deliveries can be asked.
#[derive(Input)]
pub struct Params;

/// What the log of deliveries is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// It can be asked.
    #[word("active")]
    Active,
    /// It can be asked, and is still being filled.
    #[word("importing")]
    Importing,
    /// It is away while the server is updated.
    #[word("upcp")]
    Upcp,
}

/// See [`Params`].
pub struct StatsDbStatus;

impl Function for StatsDbStatus {
    const NAME: &'static str = "stats_db_status";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Status;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        cx.host.mail.log(account.name(), cx.now())?;
        Ok(Status::Active)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn it_can_be_asked() {
        assert_eq!(data(&world(), "stats_db_status", &[]), "active");
    }
}
