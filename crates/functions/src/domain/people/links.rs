//! Whose the logins of a name are.

use api::{
    Account, Cx, DomainName, Error, Result,
    records::{PersonService, Subaccount, SubaccountService, is},
};

use super::Person;
use crate::domain::{
    change::{Change, OnFailure},
    ftp::Named,
};

/// Makes a login of that name the subaccount's.
pub fn link(change: &mut Change<'_>, person: &Person, service: PersonService) -> Result<()> {
    say(change, person, service, true)
}

/// Says whose a login is, or that nobody wants to be asked.
fn say(
    change: &mut Change<'_>,
    person: &Person,
    service: PersonService,
    linked: bool,
) -> Result<()> {
    change.save(&SubaccountService {
        name: person.name.clone(),
        domain: person.domain.clone(),
        service,
        linked: linked.into(),
    })
}

/// Forgets what was said of a login that goes: another of its name would be nobody's.
pub fn forget(
    change: &mut Change<'_>,
    (name, domain): (&str, &DomainName),
    service: PersonService,
) -> Result<()> {
    let key = [is("name", name), is("domain", domain), is("service", &service)];
    change.remove::<SubaccountService>(&key).map(|_| ())
}

/// Makes logins the subaccount's, which is made where there is none.
pub fn merge(
    cx: &Cx<'_>,
    read: impl Fn(&dyn api::records::Tx, &Account) -> Result<Named>,
    services: &[PersonService],
) -> Result<(Account, Person)> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let named = read(change.tx(), &account)?;
    let person = Person::of(change.tx(), &account, named.clone())?;
    check(&person, services, "merge")?;
    if person.sub.is_none() {
        change.insert(&fresh(cx, &account, &named)?)?;
    }
    for service in services {
        link(&mut change, &person, *service)?;
    }
    let person = Person::of(change.tx(), &account, named)?;
    change.commit(OnFailure::Undo)?;
    Ok((account, person))
}

/// A subaccount of which nothing is known yet.
pub fn fresh(cx: &Cx<'_>, account: &Account, named: &Named) -> Result<Subaccount> {
    let seed = cx.random_text(32)?;
    let digest = cx.host.system.digest(&format!("{}@{} {seed}", named.name, named.domain));
    let guid = format!("{}:{}:{:08x}:{digest}", account.name(), named.domain, cx.now().0);
    Ok(Subaccount {
        name: named.name.clone(),
        domain: named.domain.clone(),
        account: account.name().clone(),
        guid: guid.to_uppercase(),
        real_name: String::new(),
        email: String::new(),
        password: String::new(),
        invite: String::new(),
        invite_ends: None,
    })
}

/// Stops asking about logins that are nobody's.
pub fn dismiss(
    cx: &Cx<'_>,
    read: impl Fn(&dyn api::records::Tx, &Account) -> Result<Named>,
    services: &[PersonService],
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let named = read(change.tx(), &account)?;
    let person = Person::of(change.tx(), &account, named)?;
    check(&person, services, "dismiss")?;
    for service in services {
        if person.linked().contains(service) {
            let word = service.as_str();
            let rule = format!("the {word} account is the subaccount's; unlink it.");
            return Err(Error::param(&format!("services.{word}.dismiss"), rule));
        }
        say(&mut change, &person, *service, false)?;
    }
    change.commit(OnFailure::Undo)
}

/// Takes a login from the subaccount; it stays by itself.
pub fn unlink(
    cx: &Cx<'_>,
    read: impl Fn(&dyn api::records::Tx, &Account) -> Result<Named>,
    service: PersonService,
    dismiss: bool,
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let named = read(change.tx(), &account)?;
    let person = Person::of(change.tx(), &account, named)?;
    person.existing()?;
    if !person.linked().contains(&service) {
        let (word, full) = (service.as_str(), person.full_name());
        let said = format!("service: “{full}” has no {word} account of its own.");
        return Err(Error::not_found(said));
    }
    if dismiss {
        say(&mut change, &person, service, false)?;
    } else {
        forget(&mut change, (&person.name, &person.domain), service)?;
    }
    change.commit(OnFailure::Undo)
}

/// Refuses none, and those for which there is no login.
fn check(person: &Person, services: &[PersonService], verb: &str) -> Result<()> {
    if services.is_empty() {
        let rule = format!("one of the services must have {verb}=1.");
        return Err(Error::param(&format!("services.email.{verb}"), rule));
    }
    match services.iter().find(|service| !person.services().contains(service)) {
        None => Ok(()),
        Some(service) => {
            let (word, full) = (service.as_str(), person.full_name());
            Err(Error::not_found(format!(
                "services.{word}.{verb}: there is no {word} account “{full}”."
            )))
        }
    }
}
