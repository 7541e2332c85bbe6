using System.Net.Http;
using Headroom.Cli.Output;
using Headroom.Notifications.Configuration;

namespace Headroom.Cli.Tests.Output;

public sealed class FaultTests
{
    [Fact]
    public void A_fault_in_one_of_many_threads_is_told_as_if_there_were_one()
    {
        var fault = new InvalidOperationException("The run of seed 7 broke off: no such service");

        Fault.OneLine(new AggregateException(fault)).ShouldBe(Fault.OneLine(fault));
    }

    [Fact]
    public void An_answer_that_does_not_come_is_a_failure_and_no_interruption()
    {
        Fault.IsInterruption(new OperationCanceledException()).ShouldBeTrue();

        // What an HttpClient throws when its Timeout is over.
        var late = new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout", new TimeoutException());
        Fault.IsInterruption(late).ShouldBeFalse();
        Fault.OneLine(late).ShouldContain("no answer came in time");
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "Name or service not known (sts.eu-wset-1.amazonaws.com:443): there is no such host")]
    [InlineData(HttpRequestError.SecureConnectionError, "A local cloud speaks http://, not https://")]
    [InlineData(HttpRequestError.ConnectionError, "nothing answers there")]
    public void What_keeps_a_connection_from_being_made_is_told_with_what_to_do(HttpRequestError error, string said) =>
        Fault.OneLine(new HttpRequestException(error, "Name or service not known (sts.eu-wset-1.amazonaws.com:443)")).ShouldContain(said);

    [Fact]
    public void A_notifier_that_cannot_work_is_no_fault_of_the_commands() =>
        Fault.OneLine(new InvalidSettingException("HEADROOM_SERVICES", "[]", "a list")).ShouldNotContain("InvalidSettingException");
}
