//! A call of a function of an account: for which account, which function, whether it may be called,
//! then the function itself, as that account.

use std::sync::Arc;

use api::{
    AccountApi, AccountCall, AclSet, Caller, Data, Effect, Entry, Error, HostName, Kind, Rank,
    Result, UserName,
    function::{Notes, Scope, Step},
    records::{AccountRecord, Service, Tx},
};

use functions::domain::fleet;

use super::{
    Inner, audit, gate, here,
    relay::{Asked, Errand},
    report, run,
};
use crate::Server;

/// What callers are told who name no account, or one that is not theirs.
pub const NO_USER: &str = "User parameter is invalid or was not supplied";

/// What became of a call of a function of an account.
pub struct Called {
    /// The interface that it is answered in.
    pub api: AccountApi,
    /// The module as it was asked for.
    pub module: String,
    /// The function as it was asked for.
    pub function: String,
    /// The function; none where there is none of that name.
    pub entry: Option<&'static Entry>,
    /// Whether the function was let do its work.
    pub ran: bool,
    /// The data, or why there is none.
    pub result: Result<Data>,
    /// What is said beside it.
    pub notes: Notes,
}

/// Calls a function for an account. It fails itself only where the caller acts for no such account;
/// everything else is in what it gives. It blocks: run it on the [`Pool`](super::Pool).
pub fn account(server: &Arc<Server>, actor: &Caller, call: &AccountCall<'_>) -> Result<Called> {
    let Admitted { account, entry, passed } = admit(server, actor, call)?;
    let (host, caller) = (account.host, acting(actor, account.name));
    let (ran, (result, notes)) = match (entry, passed) {
        (None, _) => (false, refused(unknown(call))),
        (Some(entry), Err(refusal)) => {
            (false, denied(server, actor, &caller, (call, entry), refusal))
        }
        (Some(entry), Ok(())) => (entry.finished, act(server, actor, &caller, (call, entry), host)),
    };
    Ok(Called {
        api: call.api,
        module: call.module.to_owned(),
        function: call.function.to_owned(),
        entry,
        ran,
        result,
        notes,
    })
}

/// A call from another process, which has its line in the audit; the gate is this one's own.
pub(super) fn relayed(
    server: &Arc<Server>,
    actor: &Caller,
    call: &AccountCall<'_>,
) -> (Result<Data>, Notes) {
    match admit(server, actor, call) {
        Ok(Admitted { account, entry: Some(entry), passed: Ok(()) }) => {
            let caller = acting(actor, account.name);
            here(server, &Inner { server, caller: &caller, actor }, entry, call.form)
        }
        Ok(Admitted { entry: None, .. }) => refused(unknown(call)),
        Ok(Admitted { passed: Err(refusal), .. }) | Err(refusal) => refused(refusal),
    }
}

/// What is known of a call before it is made.
struct Admitted {
    account: AccountRecord,
    /// The function; none where there is none of that name.
    entry: Option<&'static Entry>,
    /// Whether the gate lets it through.
    passed: Result<()>,
}

/// Looks the account and the function up; fails where the caller acts for no such account.
fn admit(server: &Server, actor: &Caller, call: &AccountCall<'_>) -> Result<Admitted> {
    let tx = server.host.store.read()?;
    let account = of(&*tx, actor, call.user)?.ok_or_else(|| Error::new(Kind::BadParam, NO_USER))?;
    let entry = find(call);
    let pass = |entry| {
        gate::pass_account(&*tx, actor, &account, entry)?;
        fleet::refuse_elsewhere(&server.host, &account)
    };
    let passed = entry.map_or(Ok(()), pass);
    Ok(Admitted { account, entry, passed })
}

/// The account that is acted for, if the caller may act for it: an account for itself, staff at WHM
/// for those that are theirs.
fn of(tx: &dyn Tx, actor: &Caller, user: Option<&str>) -> Result<Option<AccountRecord>> {
    match (actor.service, actor.rank) {
        (Service::Cpanel, Rank::Account) => {
            let is_own = user.is_none_or(|user| user == actor.user.as_str());
            if is_own { tx.find(&[(&actor.user).into()]) } else { Ok(None) }
        }
        (Service::Whm, Rank::Reseller | Rank::Root) => {
            let name: Option<UserName> = user.and_then(|user| user.parse().ok());
            // Only in lower case, as it is called.
            let Some(name) = name.filter(|name| Some(name.as_str()) == user) else {
                return Ok(None);
            };
            let found: Option<AccountRecord> = tx.find(&[(&name).into()])?;
            let scope = Scope::of(actor);
            let is_open = actor.acls.grants(api::Acl::CpanelApi);
            Ok(found.filter(|account| is_open && scope.holds(&account.owner, &account.name)))
        }
        _ => Ok(None),
    }
}

/// The account as the caller of its own functions; how the one who acts was known stays.
fn acting(actor: &Caller, user: UserName) -> Caller {
    Caller {
        user,
        rank: Rank::Account,
        service: Service::Cpanel,
        owner_acls: AclSet::default(),
        acls: AclSet::default(),
        ..actor.clone()
    }
}

fn find(call: &AccountCall<'_>) -> Option<&'static Entry> {
    match call.api {
        AccountApi::One => uapi::api1::find(call.module, call.function),
        AccountApi::Two => uapi::api2::find(call.module, call.function),
        AccountApi::Three => uapi::find(call.module, call.function),
    }
}

fn unknown(call: &AccountCall<'_>) -> Error {
    Error::not_found(format!("There is no function “{}::{}”.", call.module, call.function))
}

fn refused(refusal: Error) -> (Result<Data>, Notes) {
    (Err(refusal), Notes::default())
}

/// The function between two lines of the audit where it changes anything.
fn act(
    server: &Arc<Server>,
    actor: &Caller,
    caller: &Caller,
    (call, entry): (&AccountCall<'_>, &'static Entry),
    host: Option<HostName>,
) -> (Result<Data>, Notes) {
    let relay = Inner { server, caller, actor };
    let asked = Asked::of(call, &caller.user);
    let errand = Errand { caller: actor, asked, form: call.form, host };
    let run = || run(server, &relay, entry, &errand);
    let (result, notes) = match entry.effect {
        Effect::Reads => run(),
        Effect::Changes => audited(server, actor, caller, (call, entry), run),
    };
    (result.map_err(|problem| told(server, caller, entry, problem)), notes)
}

/// What the gate refused; a change that was tried is in the audit.
fn denied(
    server: &Arc<Server>,
    actor: &Caller,
    caller: &Caller,
    (call, entry): (&AccountCall<'_>, &'static Entry),
    refusal: Error,
) -> (Result<Data>, Notes) {
    match entry.effect {
        Effect::Reads => refused(refusal),
        Effect::Changes => audited(server, actor, caller, (call, entry), || refused(refusal)),
    }
}

fn audited(
    server: &Arc<Server>,
    actor: &Caller,
    caller: &Caller,
    (call, entry): (&AccountCall<'_>, &'static Entry),
    run: impl FnOnce() -> (Result<Data>, Notes),
) -> (Result<Data>, Notes) {
    let name = format!("{}::{}", call.module, call.function);
    let deed = audit::Deed { name: &name, account: Some(&caller.user), entry, form: call.form };
    let ran = audit::around(&server.host, actor, &deed, run);
    server.host.steps.reached(Step::Answered);
    ran
}

/// A fault of ours goes into the log under a number, and the number to the caller.
fn told(server: &Arc<Server>, caller: &Caller, entry: &Entry, problem: Error) -> Error {
    report(entry, caller, &problem);
    if problem.kind() != Kind::Internal {
        return problem;
    }
    let id = server.host.random_text(10).unwrap_or_default().to_lowercase();
    tracing::error!(function = entry.name, id, "the failure above has this number");
    Error::new(
        Kind::Internal,
        format!("The request failed. (Error ID: {id}) The server's log says why."),
    )
    .because(problem)
}
