using Headroom.Cli.Output;

namespace Headroom.Cli.Tests.Output;

public sealed class FaultTests
{
    [Fact]
    public void A_fault_in_one_of_many_threads_is_told_as_if_there_were_one()
    {
        var fault = new InvalidOperationException("The run of seed 7 broke off: no such service");

        Fault.OneLine(new AggregateException(fault)).ShouldBe(Fault.OneLine(fault));
    }
}
