namespace Headroom.Simulation.Observing;

/// <summary>Who caused what was seen.</summary>
internal abstract record Actor
{
    private Actor()
    {
    }

    /// <summary>One of Headroom's executions.</summary>
    internal sealed record Execution(string Arn) : Actor
    {
        public override string ToString() => $"execution {Short(Arn)}";

        internal static string Short(string arn) => arn[(arn.LastIndexOf(':') + 1)..];
    }

    /// <summary>Somebody who is not Headroom.</summary>
    internal sealed record Person : Actor
    {
        public override string ToString() => "a person";
    }

    /// <summary>Application Auto Scaling, for a scheduled action of somebody's.</summary>
    internal sealed record Schedule : Actor
    {
        public override string ToString() => "a schedule";
    }

    /// <summary>Application Auto Scaling, for an alarm.</summary>
    internal sealed record Alarm : Actor
    {
        public override string ToString() => "an alarm";
    }

    /// <summary>The cloud itself.</summary>
    internal sealed record Cloud : Actor
    {
        public override string ToString() => "the cloud";
    }
}
